import { type Calibration, MOST_DEVIATIONS, type OperatingPoint, type Regression } from "./calibration.js";
import { FEATURES, type Features } from "./features.js";

/** The calibrated probability that the best quotes answer the question: the product of two logistic regressions. */
export function probabilityOf(features: Features, { means, scales, topic, answer }: Calibration): number {
  const z = FEATURES.map((name) => {
    const deviations = (features[name] - means[name]) / scales[name];
    return Math.min(MOST_DEVIATIONS, Math.max(-MOST_DEVIATIONS, deviations));
  });
  return sigmoid(logitOf(z, topic)) * sigmoid(logitOf(z, answer));
}

function logitOf(z: readonly number[], { intercept, weights, products }: Regression): number {
  let logit = FEATURES.reduce((sum, name, k) => sum + weights[name] * (z[k] as number), intercept);
  if (products.length === 0) return logit;
  let at = 0;
  for (let k = 0; k < z.length; k += 1) {
    for (let l = k; l < z.length; l += 1)
      logit += (products[at++] as number) * (z[k] as number) * (z[l] as number);
  }
  return logit;
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
