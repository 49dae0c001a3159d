import { describe, expect, it } from "vitest";
import { type Calibration, MOST_DEVIATIONS, type Regression } from "../../src/retrieval/calibration.js";
import { FEATURES, type FeatureName, type Features } from "../../src/retrieval/features.js";
import { BUNDLED_MODELS, fitOf } from "../../src/retrieval/fit-of.js";
import { probabilityOf } from "../../src/retrieval/probability.js";

const all = (value: number): Features =>
  Object.fromEntries(FEATURES.map((name) => [name, value])) as Record<FeatureName, number>;
const PAIRS = FEATURES.flatMap((one, k) => FEATURES.slice(k).map((other) => `${one} ${other}`));
const none: Regression = { intercept: 0, weights: all(0), products: [] };
const certain: Regression = { ...none, intercept: 1000 };
const answering = (answer: Partial<Regression>): Calibration => ({
  means: all(0),
  scales: all(1),
  topic: certain,
  answer: { ...none, ...answer },
  thresholds: { default: { intercept: 0, slope: 0 }, strict: { intercept: 0, slope: 0 } },
});
const only = (pair: string): readonly number[] => PAIRS.map((one) => (one === pair ? 1 : 0));
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

describe("the probability of an answer", () => {
  it("is that of the topic times that of the answer", () => {
    expect(probabilityOf(all(0), { ...answering({}), topic: none })).toBeCloseTo(0.25, 12);
  });

  it("weighs a product of two features at its place in the upper triangle, squares included", () => {
    const features = { ...all(0), maxSim: 1.5, length: -2, size: 0.5 };
    for (const [pair, product] of [
      ["maxSim length", -3],
      ["length size", -1],
      ["size size", 0.25],
      ["maxSim maxSim", 2.25],
      ["dense size", 0],
    ] as const)
      expect(probabilityOf(features, answering({ products: only(pair) }))).toBeCloseTo(sigmoid(product), 12);
  });

  it("holds a feature beyond all measure to the most deviations", () => {
    const calibration = answering({ weights: { ...all(0), size: 1 }, products: only("size size") });
    const most = sigmoid(MOST_DEVIATIONS + MOST_DEVIATIONS ** 2);
    for (const size of [MOST_DEVIATIONS, 40, 1e9])
      expect(probabilityOf({ ...all(0), size }, calibration)).toBeCloseTo(most, 12);
  });

  it.each(BUNDLED_MODELS)("has for %s one weight for each pair of features, or none", (id) => {
    const { topic, answer } = fitOf({ id }).calibration;
    expect(topic.products).toEqual([]);
    expect(answer.products).toHaveLength(PAIRS.length);
  });
});
