import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "../../src/evaluation/bootstrap-interval.js";
import { drawSample } from "../../src/evaluation/draw-sample.js";
import { seededRandom } from "../../src/evaluation/seeded-random.js";

const mean = (sample: readonly number[]): number => sample.reduce((sum, x) => sum + x, 0) / sample.length;

describe("bootstrapInterval", () => {
  it("is the same for the same seed, and moves little for another", () => {
    const items = Array.from({ length: 200 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    const one = bootstrapInterval(items, mean, { seed: 1 });
    expect(bootstrapInterval(items, mean, { seed: 1 })).toEqual(one);
    const other = bootstrapInterval(items, mean, { seed: 2 });
    expect(Math.abs(one.low - other.low)).toBeLessThan(0.02);
  });
  it("is about as wide as the binomial says", () => {
    const items = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    const { low, high } = bootstrapInterval(items, mean);
    const expected = 1.96 * Math.sqrt((0.25 * 0.75) / 400);
    expect(high - 0.25).toBeGreaterThan(0.8 * expected);
    expect(high - 0.25).toBeLessThan(1.2 * expected);
    expect(0.25 - low).toBeGreaterThan(0.8 * expected);
  });
  it("lies within the items, has no width where they are alike, and is NaN for none", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 }), (items) => {
        const { low, high } = bootstrapInterval(items, mean, { resamples: 60 });
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...items));
        expect(high).toBeLessThanOrEqual(Math.max(...items));
      }),
    );
    expect(bootstrapInterval([3, 3], mean)).toEqual({ low: 3, high: 3 });
    expect(bootstrapInterval([], mean).low).toBeNaN();
  });
  it("leaves out resamples on which the statistic is not defined", () => {
    const { low, high } = bootstrapInterval([1, NaN], (sample) =>
      sample.includes(NaN) ? NaN : mean(sample),
    );
    expect({ low, high }).toEqual({ low: 1, high: 1 });
  });
});

describe("drawSample", () => {
  it("draws different items, in their order, the same for the same seed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer(),
        (size, count, seed) => {
          const items = Array.from({ length: size }, (_, i) => i);
          const drawn = drawSample(items, count, seed);
          expect(drawn).toHaveLength(Math.min(size, count));
          expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual(drawn);
          expect(drawSample(items, count, seed)).toEqual(drawn);
        },
      ),
    );
  });
  it("draws each about as often as any other", () => {
    const hits = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 2000; seed += 1)
      for (const at of drawSample([...hits.keys()], 3, seed)) hits[at] = (hits[at] as number) + 1;
    for (const count of hits) expect(Math.abs(count - 600)).toBeLessThan(100);
  });
});

describe("seededRandom", () => {
  it("gives numbers in [0, 1), known ones for a known seed", () => {
    const random = seededRandom(19610418);
    const first = [random(), random(), random()];
    expect(first.every((value) => value >= 0 && value < 1)).toBe(true);
    const again = seededRandom(19610418);
    expect([again(), again(), again()]).toEqual(first);
  });
});
