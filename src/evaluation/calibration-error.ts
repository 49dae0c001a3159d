import type { Prediction } from "./prediction.js";
import { type Binning, reliabilityBins } from "./reliability-bins.js";

/** The usual number of bins (Guo et al. 2017). */
export const CALIBRATION_BINS = 15;

/**
 * Expected calibration error: the mean distance between what was said and what came true, over bins, by their
 * sizes (Naeini et al. 2015); `count` makes it the adaptive one (Nguyen & O'Connor 2015). 0 … 1; NaN for no
 * predictions. It is biased upwards for few predictions: noise in a bin counts as error.
 */
export function calibrationError(
  predictions: readonly Prediction[],
  binning: Binning,
  bins = CALIBRATION_BINS,
): number {
  if (predictions.length === 0) return NaN;
  return reliabilityBins(predictions, bins, binning).reduce(
    (sum, { count, confidence, accuracy }) =>
      sum + (count / predictions.length) * Math.abs(confidence - accuracy),
    0,
  );
}
