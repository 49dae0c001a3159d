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
  return 1 / (1 + Math.exp(-logit));
}

export function thresholdOf(point: OperatingPoint): number {
  return CALIBRATION.thresholds[point];
}
