import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusedAt } from "../../src/evaluation/refused-at.js";

const scores = fc.array(
  fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
  { minLength: 1, maxLength: 30 },
);

/** Tries every threshold that makes a difference. */
function naive(yes: readonly number[], no: readonly number[], answered: number): number {
  const good = [...yes, ...no].filter(
    (t) => yes.filter((s) => s >= t).length >= answered * yes.length - 1e-9,
  );
  return Math.max(0, ...good.map((t) => no.filter((s) => s < t).length / no.length));
}

describe("refusedAt", () => {
  it("is the best that any threshold with enough answered does", () => {
    fc.assert(
      fc.property(scores, scores, fc.constantFrom(0.5, 0.9, 1), (yes, no, answered) => {
        const got = refusedAt(yes, no, answered);
        // A threshold between two answerable scores refuses no fewer than the one at the upper score.
        expect(got).toBeCloseTo(naive(yes, no, answered), 12);
      }),
    );
  });
  it("answers nine of ten at .9", () => {
    const yes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(refusedAt(yes, [0, 1, 1.5, 2, 3], 0.9)).toBe(3 / 5);
    expect(refusedAt(yes, [0, 1, 2], 1)).toBe(1 / 3);
    expect(refusedAt([], [1], 0.9)).toBeNaN();
    expect(refusedAt([1], [], 0.9)).toBeNaN();
  });
});
