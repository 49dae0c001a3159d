import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierScore } from "../../src/evaluation/brier-score.js";
import { calibrationError } from "../../src/evaluation/calibration-error.js";
import { reliabilityBins } from "../../src/evaluation/reliability-bins.js";
import { predictions } from "./predictions.js";

const some = predictions.filter((own) => own.length > 0);

describe("reliabilityBins", () => {
  it("keeps every prediction in exactly one bin", () => {
    fc.assert(
      fc.property(some, fc.constantFrom("width" as const, "count" as const), (own, binning) => {
        const bins = reliabilityBins(own, 15, binning);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(own.length);
        expect(bins.reduce((sum, bin) => sum + bin.count * bin.accuracy, 0)).toBeCloseTo(
          own.filter((one) => one.right).length,
          9,
        );
        expect(bins.every((bin) => bin.count > 0)).toBe(true);
      }),
    );
  });
  it("puts a border into the upper bin and 1 into the last", () => {
    const own = [0, 0.5, 1].map((probability) => ({ probability, right: true }));
    expect(reliabilityBins(own, 2, "width").map((bin) => bin.count)).toEqual([1, 2]);
  });
  it("makes bins of equal numbers that differ by at most one", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 8 }), (own, bins) => {
        const counts = reliabilityBins(own, bins, "count").map((bin) => bin.count);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("calibrationError", () => {
  it("is by hand what it should be", () => {
    const own = [
      { probability: 0.9, right: true },
      { probability: 0.9, right: false },
      { probability: 0.2, right: false },
      { probability: 0.2, right: false },
    ];
    expect(calibrationError(own, "width", 10)).toBeCloseTo(0.5 * 0.4 + 0.5 * 0.2, 12);
    expect(calibrationError(own, "count", 2)).toBeCloseTo(0.3, 12);
    expect(calibrationError(own, "width", 1)).toBeCloseTo(0.3, 12);
  });
  it("is 0 for certainty that is right, 1 for certainty that is wrong, NaN for nothing", () => {
    for (const binning of ["width", "count"] as const) {
      expect(calibrationError([{ probability: 1, right: true }], binning)).toBe(0);
      expect(calibrationError([{ probability: 0, right: false }], binning)).toBe(0);
      expect(calibrationError([{ probability: 1, right: false }], binning)).toBe(1);
      expect(calibrationError([], binning)).toBeNaN();
    }
  });
  it("is at least the distance of the means, and at most 1", () => {
    fc.assert(
      fc.property(some, fc.constantFrom("width" as const, "count" as const), (own, binning) => {
        const said = own.reduce((sum, one) => sum + one.probability, 0) / own.length;
        const was = own.filter((one) => one.right).length / own.length;
        const error = calibrationError(own, binning);
        expect(error).toBeGreaterThanOrEqual(Math.abs(said - was) - 1e-9);
        expect(error).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("brierScore", () => {
  it("is the mean of the squares", () => {
    expect(
      brierScore([
        { probability: 0.8, right: true },
        { probability: 0.3, right: false },
      ]),
    ).toBeCloseTo((0.04 + 0.09) / 2, 12);
    expect(brierScore([])).toBeNaN();
  });
  it("is least for the share that comes true", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 20 }), (own, other) => {
        const share = own.filter((one) => one.right).length / own.length;
        const at = (probability: number): number =>
          brierScore(own.map(({ right }) => ({ probability, right })));
        expect(at(share)).toBeLessThanOrEqual(at(other / 20) + 1e-12);
      }),
    );
  });
});
