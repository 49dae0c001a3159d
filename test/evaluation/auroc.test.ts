import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auroc } from "../../src/evaluation/auroc.js";

const scores = fc.array(
  fc.integer({ min: 0, max: 8 }).map((n) => n / 8),
  { minLength: 1, maxLength: 25 },
);

/** Every pair, by the definition. */
function naive(positives: readonly number[], negatives: readonly number[]): number {
  let sum = 0;
  for (const p of positives) for (const n of negatives) sum += p > n ? 1 : p === n ? 0.5 : 0;
  return sum / (positives.length * negatives.length);
}

describe("auroc", () => {
  it("is what counting all pairs gives, ties and all", () => {
    fc.assert(
      fc.property(scores, scores, (yes, no) => {
        expect(auroc(yes, no)).toBeCloseTo(naive(yes, no), 12);
      }),
    );
  });
  it("does not change under a strictly rising map, and turns round when the groups change places", () => {
    fc.assert(
      fc.property(scores, scores, (yes, no) => {
        const rise = (x: number): number => Math.exp(3 * x) - 7;
        expect(auroc(yes.map(rise), no.map(rise))).toBe(auroc(yes, no));
        expect(auroc(no, yes)).toBeCloseTo(1 - auroc(yes, no), 12);
      }),
    );
  });
  it("is 1 apart, .5 where nothing tells them apart, NaN for an empty group", () => {
    expect(auroc([0.9, 0.8], [0.1])).toBe(1);
    expect(auroc([0.1], [0.8, 0.9])).toBe(0);
    expect(auroc([0.5, 0.5], [0.5])).toBe(0.5);
    expect(auroc([], [0.5])).toBeNaN();
    expect(auroc([0.5], [])).toBeNaN();
  });
});
