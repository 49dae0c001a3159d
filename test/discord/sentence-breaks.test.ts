import { describe, expect, test } from "vitest";
import { sentenceBreaks } from "../../src/discord/sentence-breaks.js";
import type { Quote } from "../../src/edition/quote.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import { quoteOf } from "../render/discord/quote-of.js";
import { quothUnderTest } from "./quoth-under-test.js";

const passage = quoteOf("One. Two. Three.", {
  spans: [
    { start: 10, end: 14 },
    { start: 17, end: 29 },
  ],
});
const sentences = [sentence("One.", 10, 14), sentence("Two.", 18, 22), sentence("Three.", 23, 29)];

describe("sentenceBreaks", () => {
  test("gives where each sentence begins, with the reference to the rest", async () => {
    expect(await sentenceBreaks(quothOf(sentences), passage)).toEqual([
      { at: 0, reference: "play:3.1-3" },
      { at: 5, reference: "play:3.2-3" },
      { at: 10, reference: "play:3.3" },
    ]);
  });

  test("counts on from the first sentence of a range", async () => {
    const range = {
      ...passage,
      reference: "play:3.2-3",
      text: "Two. Three.",
      spans: [{ start: 18, end: 29 }],
    };
    const breaks = await sentenceBreaks(quothOf(sentences), range);
    expect(breaks).toEqual([
      { at: 0, reference: "play:3.2-3" },
      { at: 5, reference: "play:3.3" },
    ]);
  });

  test("claims nothing where the edition counts no sentences, or where they are not in the quote", async () => {
    expect(await sentenceBreaks(quothOf([]), passage)).toBeUndefined();
    expect(
      await sentenceBreaks(quothOf([sentence("Else", 10, 14), ...sentences.slice(1)]), passage),
    ).toBeUndefined();
  });
});

function sentence(text: string, start: number, end: number): Quote {
  return quoteOf(text, { spans: [{ start, end }] });
}

function quothOf(known: readonly Quote[]) {
  return {
    ...quothUnderTest(),
    show(reference?: string) {
      const found = known[Number(/3\.(\d+)@first$/.exec(reference ?? "")?.[1]) - 1];
      if (!found) throw new QuothError("not-found", "no such passage", { remedy: "Name another." });
      return Promise.resolve({ version: 1 as const, quotes: [found] });
    },
  };
}
