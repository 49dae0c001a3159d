import { describe, expect, it } from "vitest";
import type { Work } from "../../src/edition/work.js";
import { findTopic, type FoundTopic } from "../../src/retrieval/find-topic.js";
import { readQuestion } from "../../src/retrieval/question.js";
import { createLexicon } from "../../src/retrieval/searcher.js";
import { type Topic, topicOf } from "../../src/retrieval/topic-of.js";
import { letter, workOf } from "../edition/letter.js";

const topicIn = (question: string, works: readonly Work[] = [letter()]): Topic | undefined =>
  topicOf(readQuestion(question, works));
const things = (question: string): readonly string[] | undefined =>
  topicIn(question)?.things.map(({ words }) => words.join(" "));

describe("the topic of a question", () => {
  it.each<[string, readonly string[]]>([
    ["Does he mention Germany?", ["Germany"]],
    ["does he ever mention germany at all", ["germany"]],
    ["Does he mention Laos anywhere?", ["Laos"]],
    ["Doesn't he mention Germany by name?", ["Germany"]],
    ["Is Germany mentioned?", ["Germany"]],
    ["Is Germany mentioned anywhere in the letter?", ["Germany"]],
    ["Are the missiles ever referred to?", ["missiles"]],
    ["Is it true that Germany is not mentioned?", ["Germany"]],
    ["Where is the Congo mentioned?", ["Congo"]],
    ["Does the word freedom occur in it?", ["freedom"]],
    ["Does Germany come up?", ["Germany"]],
    ["Is there any reference to the Berlin Wall?", ["Berlin Wall"]],
    ["Does he use the word “peace” even once?", ["peace"]],
    ["Does he mention Germany or France?", ["Germany", "France"]],
    [
      "Does he mention Germany, the Berlin Wall and the United Nations?",
      ["Germany", "Berlin Wall", "United Nations"],
    ],
    ["Is Tacitus mentioned?", ["Tacitus"]],
    ["Did he mention Khrushchev?", ["Khrushchev"]],
    ["Does he mention Castro or Khrushchev?", ["Castro", "Khrushchev"]],
    ["Does he mention Khrushchev's government?", ["government"]],
    ["Does he mention the U.S.?", ["US"]],
    ["Does he mention U.S. policy or the U.N.?", ["US policy", "UN"]],
    ["Does he mention the US?", ["US"]],
    ["Does he say anything else about Germany's army?", ["Germany army"]],
    ["What does he say on the subject of Laos?", ["Laos"]],
  ])("%s", (question, expected) => {
    expect(things(question)).toEqual(expected);
  });

  it.each([
    "Will the United States invade Cuba?",
    "What does he say about Khrushchev?",
    "Does he mention us?",
    "DOES HE MENTION IT?",
    "Who is mentioned?",
    "Which countries are mentioned?",
    "Is anyone named?",
    "is ".repeat(20_000),
    `Does ${"word ".repeat(20_000)}`,
    `Is${" ".repeat(50_000)}`,
  ])("none: %.60s", (question) => {
    expect(things(question)).toBeUndefined();
  });
});

describe("what is looked for and occurs nowhere", () => {
  const find = (question: string, works: readonly Work[]): FoundTopic => {
    const topic = topicIn(question, works);
    if (!topic) throw new Error("no topic");
    return findTopic(topic, createLexicon(works), {
      allowed: () => true,
      editions: works.flatMap((work) => work.witnesses.map((witness) => ({ work, witness }))),
    });
  };
  const missing = (question: string, text: string): readonly string[] =>
    find(question, [workOf([text])]).missing;

  it.each<[string, string, readonly string[]]>([
    ["Does he mention Germany?", "He spoke of Laos.", ["Germany"]],
    ["Does he mention the Berlin Wall?", "A wall of silence.", ["Berlin"]],
    ["Does he mention Laos or Germany?", "He spoke of Laos.", ["Germany"]],
    // Together they stand nowhere; each of them does.
    ["What does he say about peace in Laos?", "He hopes for peace. Laos is far.", []],
    // Inflections, by rule and without.
    ["Does he mention an army?", "Two armies met.", []],
    ["Does he mention men?", "The history of man.", []],
    ["Does he mention a child?", "They had children.", []],
    ["Does he say anything about fleeing?", "They fled.", []],
    ["Does he mention any wives?", "His wife came.", []],
    // Spellings.
    ["Does he mention neighbours?", "Our neighbors are free.", []],
    ["Does he mention the Elysee?", "The Élysée was lit.", []],
    ["Does he mention the Élysée?", "The Elysee was lit.", []],
    ["Does he mention a ceasefire?", "A cease fire was near.", []],
    ["Does he mention a cease-fire?", "A ceasefire was near.", []],
    ["Does he mention a ceasefire?", "Fire the guns and cease not.", ["ceasefire"]],
    ["Does he mention the UN?", "The United Nations met.", []],
    ["Does he mention the USSR?", "The Union of Soviet Socialist Republics.", []],
    ["Does he mention the Fourth of July?", "It was the 4th of July.", []],
    ["Does he mention 40 men?", "Forty men fell.", []],
    ["Does he mention the U.N.?", "The United Nations met.", []],
    ["Does he mention the US?", "The United States met.", []],
    ["Does he mention the US?", "It is for us and the U.S. alone.", []],
    ["Does he mention the US?", "It is for us.", ["US"]],
    ["Does he mention NATO?", "The United Nations met.", ["NATO"]],
    ["Does he mention Germany’s army?", "The army of Laos.", ["Germany"]],
  ])("%s (%s)", (question, text, expected) => {
    expect(missing(question, text)).toEqual(expected);
  });

  it("is looked for in every edition, not in the reading of the first alone", () => {
    const both = [workOf(["He wrote to them from Paris in May.", "He wrote to them from Berlin in May."])];
    expect(find("Does he mention Berlin?", both).missing).toEqual([]);
    expect(find("Does he mention Madrid?", both).missing).toEqual(["Madrid"]);
  });

  it("tells the sentences that hold all words of one of the things", () => {
    const works = [workOf(["One of Laos. One of war in Cuba.\n\nCuba is free. War is far."])];
    expect(find("Does he mention Laos or Cuba's war?", works).places).toEqual([
      { unit: 0, sentence: 0 },
      { unit: 0, sentence: 1 },
    ]);
  });
});
