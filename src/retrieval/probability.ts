import { type Calibration, MOST_DEVIATIONS, type OperatingPoint, type Regression } from "./calibration.js";
import { FEATURES, type Features } from "./features.js";

/** Features as deviations from their means, in the order of FEATURES. */
export function standardise(
  features: Features,
  { means, scales }: Pick<Calibration, "means" | "scales">,
): readonly number[] {
  return FEATURES.map((name) => {
    const deviations = (features[name] - means[name]) / scales[name];
    return Math.min(MOST_DEVIATIONS, Math.max(-MOST_DEVIATIONS, deviations));
  });
}

/** What `Regression.products` weighs, in its order. */
export function productsOf(z: readonly number[]): readonly number[] {
  return z.flatMap((value, k) => z.slice(k).map((other) => value * other));
}

/** The calibrated probability that the best quotes answer the question: the product of two logistic regressions. */
export function probabilityOf(features: Features, calibration: Calibration): number {
  const z = standardise(features, calibration);
  const pairs = productsOf(z);
  return sigmoid(logitOf(z, pairs, calibration.topic)) * sigmoid(logitOf(z, pairs, calibration.answer));
}

function logitOf(
  z: readonly number[],
  pairs: readonly number[],
  { intercept, weights, products }: Regression,
): number {
  const single = FEATURES.reduce((sum, name, k) => sum + weights[name] * (z[k] as number), intercept);
  return products.reduce((sum, weight, k) => sum + weight * (pairs[k] as number), single);
}

/**
 * The least probability at which an operating point answers, for a corpus of so many passages: among more
 * passages a foreign question finds a chance likeness sooner.
 */
export function thresholdOf(point: OperatingPoint, units: number, calibration: Calibration): number {
  const { intercept, slope } = calibration.thresholds[point];
  return sigmoid(intercept + slope * Math.log(Math.max(1, units)));
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
