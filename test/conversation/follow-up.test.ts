import { describe, expect, it } from "vitest";
import { prefersAlone, prefersReplaced } from "../../src/conversation/chat/choose-reading.js";
import { readFollowUp } from "../../src/conversation/chat/follow-up.js";
import { readCorrection } from "../../src/conversation/chat/read-correction.js";
import { replaceTopic } from "../../src/conversation/chat/replace-topic.js";
import type { Answer } from "../../src/retrieval/answer.js";

describe("readFollowUp", () => {
  it.each([
    ["and Laos?", "Laos"],
    ["What about the Congo", "the Congo"],
    ["how about nuclear tests?", "nuclear tests"],
    ["and what about Berlin?", "Berlin"],
    ["NATO?", "NATO"],
    ["And the 26th of July Movement?", "the 26th of July Movement"],
  ])("%s has the topic %s", (said, topic) => {
    expect(readFollowUp(said)).toEqual({ kind: "topic", topic });
  });

  it.each(["why?", "Why not?", "how so?", "but why?", "How come", "why is that?", "and why"])(
    "%s asks why",
    (said) => {
      expect(readFollowUp(said)).toEqual({ kind: "why" });
    },
  );

  it.each([
    "who are they?",
    "when was that?",
    "what do they want?",
    "and if they do?",
    "since when?",
    "and to whom?",
    "does he agree with them?",
    "what about it?",
    "and why did they flee?",
    "how many?",
  ])("%s leans on the last question", (said) => {
    expect(readFollowUp(said)).toEqual({ kind: "lean" });
  });

  it.each([
    ["No, I meant Laos", "Laos"],
    ["no i meant the congo", "the congo"],
    ["Sorry, I meant to say nuclear tests.", "nuclear tests"],
    ["not Cuba, Laos", "Laos"],
    ["Not Cuba but the Congo!", "the Congo"],
    ["Laos, not Cuba", "Laos"],
    ["no, Laos", "Laos"],
    ["Actually: what about the Congo?", "the Congo"],
    ["no intervention", "no intervention"],
  ])("%s takes the last topic back for %s", (said, topic) => {
    expect(readFollowUp(said)).toEqual({ kind: "topic", topic });
  });

  it.each([
    "No, I meant: who wrote the letter to him?",
    "Is it a letter, not a speech?",
    "Not only Cuba but Laos is in danger, is it?",
  ])("%s takes nothing for its topic", (said) => {
    expect(readFollowUp(said)?.kind).not.toBe("topic");
  });

  it.each([
    "What does he say about Laos?",
    "Will the United States invade Cuba?",
    "How many refugees fled from Cuba?",
    "How long had Cubans been opposing their leader when this was written?",
    "",
    "and ".repeat(1e5),
  ])("%s stands alone", (said) => {
    expect(readFollowUp(said)).toBeUndefined();
  });
});

describe("readCorrection", () => {
  it.each([
    ["No, I meant: who wrote the letter?", "who wrote the letter?"],
    ["wait, who wrote it?", "who wrote it?"],
    ["I was asking about Laos", "Laos"],
  ])("%s means %s", (said, meant) => {
    expect(readCorrection(said)).toBe(meant);
  });
  it.each(["no", "What does he say about Laos?", "no intervention", "no, ".repeat(1e4), ""])(
    "%.40s takes nothing back",
    (said) => {
      expect(readCorrection(said)).toBeUndefined();
    },
  );
});

describe("replaceTopic", () => {
  it.each([
    ["What does he say about Cuba?", "Laos", "What does he say about Laos?"],
    ["what does he think of castro", "Batista", "what does he think of Batista?"],
    ["Will the United States invade Cuba?", "Laos", "Will the United States invade Laos?"],
    ["Does he mention Fidel Castro anywhere?", "Che", "Does he mention Che?"],
  ])("%s with %s", (question, topic, replaced) => {
    expect(replaceTopic(question, topic)).toBe(replaced);
  });

  it("gives nothing where there is no topic to replace", () => {
    expect(replaceTopic("how many fled?", "Laos")).toBeUndefined();
    expect(replaceTopic("about ".repeat(80), "x")).toBeDefined();
  });
});

describe("the choice of a reading", () => {
  const margins = { lean: 0.2, topic: 0.1 };
  const answer = (confidence: number, kind: Answer["kind"] = "answer"): Answer =>
    ({ version: 1, question: "", kind, confidence, quotes: [], notes: [] }) as unknown as Answer;

  it("takes a leaning question in context, unless alone it is surer by the margin", () => {
    expect(prefersAlone(answer(0.7), answer(0.6), margins)).toBe(false);
    expect(prefersAlone(answer(0.9), answer(0.6), margins)).toBe(true);
    expect(prefersAlone(answer(0.3), answer(0.6, "abstention"), margins)).toBe(true);
    expect(prefersAlone(answer(0.9, "abstention"), answer(0.6, "abstention"), margins)).toBe(false);
  });

  it("takes the replaced question only where its quote speaks of the topic", () => {
    expect(prefersReplaced(answer(0.5), answer(0.9), true, margins)).toBe(true);
    expect(prefersReplaced(answer(0.5), answer(0.9), false, margins)).toBe(false);
    expect(prefersReplaced(answer(0.5), answer(0.55), true, margins)).toBe(false);
    expect(prefersReplaced(answer(0.5, "abstention"), answer(0.3), true, margins)).toBe(true);
  });
});
