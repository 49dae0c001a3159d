import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderRisk, riskCoverage } from "../../src/evaluation/risk-coverage.js";
import { predictions } from "./predictions.js";

describe("riskCoverage", () => {
  it("is by hand what it should be", () => {
    expect(
      riskCoverage([
        { probability: 0.2, right: false },
        { probability: 0.9, right: true },
        { probability: 0.5, right: false },
        { probability: 0.5, right: true },
      ]),
    ).toEqual([
      { threshold: 0.9, coverage: 0.25, risk: 0 },
      { threshold: 0.5, coverage: 0.75, risk: 1 / 3 },
      { threshold: 0.2, coverage: 1, risk: 0.5 },
    ]);
  });
  it("counts at each threshold what counting afresh gives, and does not depend on the order", () => {
    fc.assert(
      fc.property(predictions, (own) => {
        const points = riskCoverage(own);
        for (const { threshold, coverage, risk } of points) {
          const answered = own.filter((one) => one.probability >= threshold);
          expect(coverage).toBe(answered.length / own.length);
          expect(risk).toBe(answered.filter((one) => !one.right).length / answered.length);
        }
        expect(points.at(-1)?.coverage ?? 1).toBe(1);
        expect(riskCoverage([...own].reverse())).toEqual(points);
      }),
    );
  });
});

describe("areaUnderRisk", () => {
  it("is 0 where all is right, 1 where all is wrong, NaN for nothing", () => {
    expect(areaUnderRisk([{ probability: 0.1, right: true }])).toBe(0);
    expect(areaUnderRisk([{ probability: 0.1, right: false }])).toBe(1);
    expect(areaUnderRisk([])).toBeNaN();
  });
  it("is lower when the wrong one is the least sure", () => {
    const right = { probability: 0.6, right: true };
    expect(areaUnderRisk([right, { probability: 0.1, right: false }])).toBeLessThan(
      areaUnderRisk([right, { probability: 0.9, right: false }]),
    );
  });
});
