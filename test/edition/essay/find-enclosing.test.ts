import fc from "fast-check";
import { expect, test } from "vitest";
import { type Enclosable, findEnclosing } from "../../../src/edition/essay/find-enclosing.js";
import { findQuotations } from "../../../src/edition/essay/find-quotations.js";

/** Every pair asked: the definition, and quadratic. */
function allPairs(found: readonly Enclosable[]) {
  const isWithin = (inner: Enclosable, outer: Enclosable): boolean =>
    inner.depth > outer.depth && inner.start >= outer.start && inner.end <= outer.end;
  const numbers = found.map((_, at) => at);
  return found.map((one) => ({
    outer: numbers.filter((k) => isWithin(one, found[k]!)),
    inner: numbers.filter((k) => isWithin(found[k]!, one)),
  }));
}

test("finds what the comparison of all pairs finds, for any spans", () => {
  const span = fc
    .tuple(fc.nat(30), fc.nat(12), fc.nat(4))
    .map(([start, length, depth]) => ({ start, end: start + length, depth }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), (spans) => {
      const found = spans.sort((a, b) => a.start - b.start || a.depth - b.depth);
      expect(findEnclosing(found)).toEqual(allPairs(found));
    }),
    { numRuns: 1000 },
  );
});

test("finds what the comparison of all pairs finds, for any essay", () => {
  const piece = fc.constantFrom(
    ..."“ ” ‘ ’ « » \" ' „ > <blockquote> </blockquote> <q> </q> \n \n\n".split(" "),
    "words of it",
    " ",
    "\n\n> ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const found = findQuotations(pieces.join(""));
      expect(findEnclosing(found)).toEqual(allPairs(found));
    }),
    { numRuns: 1000 },
  );
});

test("takes time in proportion to the quotations", () => {
  const found = Array.from({ length: 200_000 }, (_, k) => ({
    start: 10 * Math.floor(k / 2) + (k % 2),
    end: 10 * Math.floor(k / 2) + 9 - (k % 2),
    depth: k % 2,
  }));
  const start = performance.now();
  expect(findEnclosing(found).filter(({ outer }) => outer.length === 1)).toHaveLength(100_000);
  expect(performance.now() - start).toBeLessThan(60_000);
});
