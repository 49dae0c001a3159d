import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countTerms, createBm25, type LexicalIndex } from "../../src/retrieval/bm25.js";
import { stemsOf, termsOf } from "../../src/retrieval/terms.js";

const K1 = 1.2;
const B = 0.75;

/** BM25 as the textbook writes it, a document at a time. */
function naive(documents: readonly string[], terms: readonly string[]): readonly number[] {
  const lists = documents.map(termsOf);
  const average = lists.reduce((sum, list) => sum + list.length, 0) / documents.length;
  return lists.map((list) =>
    [...new Set(terms)].reduce((sum, term) => {
      const df = lists.filter((other) => other.includes(term)).length;
      const idf = Math.log(1 + (documents.length - df + 0.5) / (df + 0.5));
      const tf = list.filter((one) => one === term).length;
      return tf === 0 ? sum : sum + (idf * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * list.length) / average));
    }, 0),
  );
}

function bm25(documents: readonly string[], cut = 0): LexicalIndex {
  const terms = documents.map(termsOf);
  return createBm25([countTerms(terms.slice(0, cut)), countTerms(terms.slice(cut))]);
}

describe("BM25", () => {
  it("scores as the formula says", () => {
    const word = fc.constantFrom("Cuba", "refugees", "treaty", "tests", "peace", "the", "of", "Laos");
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 8 }),
        text,
        fc.nat(8),
        (documents, question, cut) => {
          const terms = termsOf(`${question} nowhere`);
          // In however many parts they are counted.
          const index = bm25(documents, cut);
          const { scores, idfSum } = index.score(terms);
          naive(documents, terms).forEach((score, at) => expect(scores[at]).toBeCloseTo(score, 4));
          expect(idfSum).toBeCloseTo(
            [...new Set(terms)].reduce((sum, term) => sum + index.idf(term), 0),
            6,
          );
          for (const term of terms)
            expect(index.has(term)).toBe(documents.some((one) => termsOf(one).includes(term)));
        },
      ),
      { seed: 1961, numRuns: 150 },
    );
  });

  it("bears no documents, and no terms", () => {
    expect([...createBm25([]).score(["cuba"]).scores]).toEqual([]);
    expect(bm25(["Cuba"]).score([])).toEqual({ scores: new Float32Array(1), idfSum: 0 });
    expect([...bm25(["", "the of"]).score(["cuba"]).scores]).toEqual([0, 0]);
  });
});

describe("terms", () => {
  it.each([
    ["The refugees' hopes", ["refuge", "hope"]],
    ["What does it say about the U.S.?", ["sai", "u"]],
    ["a cease-fire in Laos", ["ceasefir", "ceas", "fire", "lao"]],
    ["Cuba's 100,000 people", ["cuba", "100000", "peopl"]],
    ["", []],
  ])("%j", (text, terms) => expect(termsOf(text)).toEqual(terms));

  it("has no stem for a stop word", () => expect(["the", "who", "of", "it's"].flatMap(stemsOf)).toEqual([]));
});
