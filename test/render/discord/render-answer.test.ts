import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/retrieval/answer.js";
import type { Quote } from "../../../src/edition/quote.js";
import { renderAnswer } from "../../../src/render/discord/render-answer.js";
import { renderQuotes } from "../../../src/render/discord/render-quotes.js";
import { plainMessage } from "../../../src/render/discord/plain-message.js";
import { checkBody } from "../../discord/fake-discord/check-body.js";
import { type MessageBody, checkMessage } from "../../discord/fake-discord/check-message.js";
import { textsOf } from "../../discord/fake-discord/dispatch-events.js";
import { quotedWords } from "../../discord/seen-text.js";
import { hostileText } from "./hostile-text.js";
import { context, quoteOf } from "./quote-of.js";

const SENTENCE = "The quick brown fox jumps over the lazy dog. ";
const note = (text: string) =>
  quoteOf(text, { layer: "note", voice: "An Archive", reference: "play:note.A" });

describe("renderAnswer", () => {
  test("an answer: quotes in the author's colour, notes apart under the archive's name", () => {
    const [message, ...more] = renderAnswer(answer([quoteOf("To be.")], [note("So it reads.")]), context);
    expect(more).toEqual([]);
    expect(message).toMatchSnapshot();
  });

  test("an abstention looks different, and marks its closest passage as no answer", () => {
    const abstention: Answer = {
      version: 1,
      question: "?",
      kind: "abstention",
      confidence: 0,
      reason: "not-in-source",
      quotes: [],
      notes: [],
      closest: quoteOf("To be."),
    };
    expect(renderAnswer(abstention, context)).toMatchSnapshot();
    const bare = renderAnswer({ ...abstention, closest: undefined, reason: "occurs-nowhere" }, context);
    expect(textsOf(bare[0] as MessageBody)).toHaveLength(1);
  });

  test("of several things that were asked for, those that are not there are named under the quotes", () => {
    const searched = { words: ["fox", "dog"], works: ["play"], witnesses: ["a"], layers: ["text" as const] };
    const [message] = renderAnswer({ ...answer([quoteOf("To be.")]), searched }, context);
    expect(textsOf(message as MessageBody)).toContain("**Not in the source:** in no edition: “fox”, “dog”.");
  });

  test.each(["note", "heading", "metadata"] as const)("a %s is said not to be the author's", (layer) => {
    const [message] = renderAnswer(answer([quoteOf("x", { layer, voice: "An Archive" })]), context);
    expect(textsOf(message as MessageBody)[0]).toMatch(/^\*\*An Archive\*\*\n.*\*\*not by An Author\*\*$/);
  });

  test("a pronoun that opens a quote has its sentence before named", () => {
    const [message] = renderAnswer(answer([quoteOf("They came.", { leansOn: "play:2.4" })]), context);
    expect(textsOf(message as MessageBody)[1]).toContain(
      "\n-# Opens with a pronoun: for whom or what it means, see play\\:2\\.4, the sentence before.\n",
    );
    const [without] = renderAnswer(answer([quoteOf("Men came.")]), context);
    expect(textsOf(without as MessageBody)[1]).not.toContain("pronoun");
  });

  test("the speaker of a passage is named, and an unknown author is still not the editor", () => {
    const [said] = renderAnswer(answer([quoteOf("x", { voice: "A Ghost" })]), context);
    expect(textsOf(said as MessageBody)[1]).toContain("**A Ghost**");
    const [noted] = renderAnswer(answer([{ ...note("x"), work: "other" }]), context);
    expect(textsOf(noted as MessageBody)[0]).toContain("not by the author");
  });
});

describe("limits", () => {
  test("a long passage is cut at a sentence end, with the reference to the rest", () => {
    const text = SENTENCE.repeat(200).trim();
    const breaks = Array.from({ length: 200 }, (_, index) => ({
      at: index * SENTENCE.length,
      reference: `play:3.${index + 1}-200`,
    }));
    const [message, ...more] = renderQuotes([quoteOf(text)], { ...context, breaksOf: () => breaks });
    expect(more).toEqual([]);
    const texts = textsOf(message as MessageBody);
    const [shown = ""] = quotedWords(texts);
    expect(text.startsWith(shown)).toBe(true);
    expect(shown.trimEnd()).toMatch(/dog\.$/);
    const next = shown.length / SENTENCE.length + 1;
    expect(texts.at(-1)?.replaceAll("\\", "")).toContain(`The rest: **play:3.${next}-200**`);
  });

  test("without the edition's sentences, the rest is named by its first words", () => {
    const [message] = renderQuotes([quoteOf(SENTENCE.repeat(200).trim())], context);
    expect(textsOf(message as MessageBody).at(-1)).toContain("“The quick brown fox jumps over the lazy”");
  });

  test("a single sentence that is too long goes out over several messages, each marked", () => {
    const text = `${"freedom, ".repeat(1000)}all of it.`;
    const messages = renderQuotes([quoteOf(text)], context);
    expect(messages.length).toBeGreaterThan(1);
    const pieces = messages.flatMap((message) => quotedWords(textsOf(message as MessageBody)));
    expect(pieces.join("")).toBe(text);
    const marks = messages.map((message) => textsOf(message as MessageBody).at(-1));
    expect(marks[0]).toBe(`-# Part 1 of ${pieces.length}, continued below`);
    expect(marks.at(-1)).toBe(`-# Part ${pieces.length} of ${pieces.length}`);
  });

  test("an endless sentence is cut, and an endless list of notes ends in their references", () => {
    const endless = renderQuotes([quoteOf("word ".repeat(20_000))], context);
    expect(endless).toHaveLength(4);
    expect(textsOf(endless.at(-1) as MessageBody).at(-1)).toContain("Cut here.");
    const notes = Array.from({ length: 30 }, (_, index) => ({
      ...note(SENTENCE.repeat(60)),
      reference: `play:note.${index}`,
    }));
    const messages = renderAnswer(answer([quoteOf("x")], notes), context);
    expect(messages).toHaveLength(5);
    expect(textsOf(messages.at(-1) as MessageBody).at(-1)).toContain("Not shown here: play\\:note\\.");
  });

  test("whatever the texts, each message is one that Discord takes, and shows slices alone", () => {
    const long = fc
      .tuple(hostileText, fc.integer({ min: 1, max: 200 }))
      .map(([text, times]) => text.repeat(times));
    const label = fc.oneof(
      hostileText,
      hostileText.map((text) => text.repeat(40)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(long, label), { minLength: 1, maxLength: 4 }), (parts) => {
        const [first, ...others] = parts.map(([text, word]) =>
          quoteOf(text, {
            voice: word,
            citation: word,
            reference: word,
            leansOn: word,
            witnesses: [word, word],
          }),
        );
        if (!first) return;
        const notes = others.map((quote) => ({ ...quote, layer: "note" as const }));
        const messages = renderAnswer(answer([first], notes), context);
        expect(messages.length).toBeLessThanOrEqual(5);
        for (const message of messages) {
          expect(checkMessage(message as MessageBody)).toEqual([]);
          expect(checkBody("POST", "/channels/1/messages", message)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a plain message keeps to 2,000 characters, escapes counted", () => {
    const { content = "" } = plainMessage("*".repeat(5000));
    expect(content.length).toBeLessThanOrEqual(2000);
    expect(content).toMatch(/^(\\\*)+…$/);
  });
});

function answer(quotes: Quote[], notes: Quote[] = []): Answer {
  return { version: 1, question: "?", kind: "answer", confidence: 1, quotes, notes };
}
