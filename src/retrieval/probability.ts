import { CALIBRATION } from "./calibration-data.js";
import { FEATURES, type Features } from "./features.js";

/** How ready quoth is to answer: the least probability of being right at which it still does. */
export type OperatingPoint = keyof typeof CALIBRATION.thresholds;

/** The calibrated probability that the best quotes answer the question: a logistic regression on the features. */
export function probabilityOf(features: Features): number {
  const { intercept, weights, means, scales } = CALIBRATION;
  const logit = FEATURES.reduce<number>(
    (sum, name) => sum + (weights[name] * (features[name] - means[name])) / scales[name],
    intercept,
  );
  return sigmoid(logit);
}

/**
 * The least probability at which an operating point answers, for a corpus of so many passages: among more
 * passages a foreign question finds a chance likeness sooner.
 */
export function thresholdOf(point: OperatingPoint, units: number): number {
  const { intercept, slope } = CALIBRATION.thresholds[point];
  return sigmoid(intercept + slope * Math.log(Math.max(1, units)));
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
