import type { Calibration, OperatingPoint } from "./calibration.js";
import { FEATURES, type Features } from "./features.js";

/** The calibrated probability that the best quotes answer the question: the product of two logistic regressions. */
export function probabilityOf(features: Features, { means, scales, topic, answer }: Calibration): number {
  const [onTopic, answers] = [topic, answer].map(({ intercept, weights }) =>
    sigmoid(
      FEATURES.reduce<number>(
        (sum, name) => sum + (weights[name] * (features[name] - means[name])) / scales[name],
        intercept,
      ),
    ),
  ) as [number, number];
  return onTopic * answers;
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
