import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctSpelling } from "../../src/retrieval/correct-spelling.js";
import { editDistance } from "../../src/retrieval/edit-distance.js";
import type { EncodedQuestion } from "../../src/retrieval/embedder.js";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

/** The distance as its recursion defines it. */
function naive(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const options = [
    naive(a.slice(0, -1), b) + 1,
    naive(a, b.slice(0, -1)) + 1,
    naive(a.slice(0, -1), b.slice(0, -1)) + same,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    options.push(naive(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...options);
}

describe("editDistance", () => {
  it("is what its definition says, up to the bound", () => {
    const short = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
    fc.assert(
      fc.property(short, short, fc.nat(4), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(naive(a, b), most + 1));
      }),
      { seed: 1961, numRuns: 300 },
    );
  });

  it("is symmetric, and 0 for the same word only", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
      { seed: 1961, numRuns: 300 },
    );
  });

  it.each([
    ["refugees", "refugese", 1],
    ["treaty", "traety", 1],
    ["peace", "piece", 2],
    ["Laos", "Lao", 1],
    ["", "abc", 3],
  ])("%s, %s: %i", (a, b, distance) => expect(editDistance(a, b, 5)).toBe(distance));
});

/** A question as the model would cut it: the words named in `cut` into two pieces, the others whole. */
function encoded(text: string, ...cut: readonly string[]): EncodedQuestion {
  const offsets = [...text.matchAll(/\p{L}+|[^\s\p{L}]/gu)].flatMap((m) =>
    cut.includes(m[0]) ? [m.index, m.index] : [m.index],
  );
  return {
    offsets: Int32Array.from(offsets),
    pieces: new Int32Array(offsets.length),
    vectors: new Int8Array(0),
    scales: new Float32Array(0),
    pooled: new Float32Array(0),
  };
}

describe("correctSpelling", () => {
  const vocabulary = new Map(
    Object.entries({
      refugees: 2,
      treaty: 1,
      hemisphere: 1,
      khrushchev: 3,
      atmosphere: 1,
      laos: 1,
      regime: 2,
      regimes: 1,
    }),
  );
  const correct = (text: string, ...cut: readonly string[]): string | undefined =>
    correctSpelling(text, encoded(text, ...cut), vocabulary);

  it.each([
    ["Where did the refugess go?", ["refugess"], "Where did the refugees go?"],
    ["the traety", ["traety"], "the treaty"],
    [
      "What of Kruschev and the hemisfere?",
      ["Kruschev", "hemisfere"],
      "What of khrushchev and the hemisphere?",
    ],
  ])("%s", (text, cut, corrected) => expect(correct(text, ...cut)).toBe(corrected));

  it.each([
    ["a word that the model knows", "Where did the refugess go?", []],
    ["a word of the source", "the refugees", ["refugees"]],
    ["a short word", "in Laso", ["Laso"]],
    ["another first letter", "the greaty", ["greaty"]],
    ["two slips in a short word", "the trxxty", ["trxxty"]],
    ["a plural of a word of the source", "the treatys", ["treatys"]],
    ["a number", "in 196100", ["196100"]],
    ["nothing", "", []],
  ])("leaves %s", (_, text, cut) => expect(correct(text, ...cut)).toBeUndefined());
});
