import { describe, expect, test } from "vitest";
import { sentenceBreaks } from "../../src/discord/sentence-breaks.js";
import { makeQuote } from "../../src/edition/make-quote.js";
import type { Quote } from "../../src/edition/quote.js";
import { parseReference } from "../../src/edition/reference.js";
import { resolvePath } from "../../src/edition/resolve-path.js";
import type { Work } from "../../src/edition/work.js";
import { letter, workOf } from "../edition/letter.js";
import { workOfBlocks } from "../edition/made-up-blocks.js";

function quoteAt(work: Work, path: string): Quote {
  const reference = parseReference(path);
  const [located] = reference ? resolvePath(work.witnesses[0], reference) : [];
  if (!located) throw new Error(path);
  return makeQuote(work, located);
}

const breaksOf = (work: Work, path: string): ReturnType<typeof sentenceBreaks> =>
  sentenceBreaks({ sources: () => [work] }, quoteAt(work, path));

describe("sentenceBreaks", () => {
  const made = workOf(["One is here. Two is here. Three is here."]);

  test("gives where each sentence begins, with the reference to the rest", () => {
    expect(breaksOf(made, "1")).toEqual([
      { at: 0, reference: "made-up:1" },
      { at: 13, reference: "made-up:1.2-3" },
      { at: 26, reference: "made-up:1.3" },
    ]);
    expect(breaksOf(made, "1.2-3")).toEqual([
      { at: 0, reference: "made-up:1.2-3" },
      { at: 13, reference: "made-up:1.3" },
    ]);
  });

  test("steps over note signs as the quote does", () => {
    const work = letter();
    const quote = quoteAt(work, "1");
    for (const { at, reference } of breaksOf(work, "1") ?? [])
      expect(quote.text.slice(at)).toBe(quoteAt(work, (reference ?? "").replace(/^.*:/, "")).text);
  });

  test("counts the lines of a speech as the scene does, shared ones too", () => {
    const work = workOfBlocks({
      levels: ["act", "scene", "line"],
      witnesses: [
        { written: [{ verse: true, division: ["3", "1"], words: "[56] To be\n[56] or not\n[60] to be" }] },
      ],
    });
    expect(breaksOf(work, "3.1")?.map(({ reference }) => reference)).toEqual([
      "made-up:3.1.56a-60",
      "made-up:3.1.56b-60",
      "made-up:3.1.60",
    ]);
  });

  test("claims nothing of one sentence, nor of what the works have no more", () => {
    expect(breaksOf(made, "1.1")).toBeUndefined();
    expect(sentenceBreaks({ sources: () => [] }, quoteAt(made, "1"))).toBeUndefined();
    const changed = { ...quoteAt(made, "1"), sha256: "0".repeat(64) };
    expect(sentenceBreaks({ sources: () => [made] }, changed)).toBeUndefined();
  });
});
