import type { Prediction } from "./prediction.js";

/** Predictions that were put together: how many, what they said on average, and how many came true. */
export interface ReliabilityBin {
  readonly count: number;
  readonly confidence: number;
  readonly accuracy: number;
}

/** Bins of equal width over [0, 1], or of (nearly) equal numbers of predictions. */
export type Binning = "width" | "count";

/**
 * The non-empty bins of a reliability diagram. By width, a probability on a border belongs to the upper bin, and 1
 * to the last. By count, equal probabilities stay in the order given (sorting is stable).
 */
export function reliabilityBins(
  predictions: readonly Prediction[],
  bins: number,
  binning: Binning,
): readonly ReliabilityBin[] {
  const groups: Prediction[][] = Array.from({ length: bins }, () => []);
  if (binning === "width") {
    for (const one of predictions)
      groups[Math.min(bins - 1, Math.max(0, Math.floor(one.probability * bins)))]?.push(one);
  } else {
    [...predictions]
      .sort((a, b) => a.probability - b.probability)
      .forEach((one, at) => groups[Math.floor((at * bins) / predictions.length)]?.push(one));
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({
      count: group.length,
      confidence: group.reduce((sum, one) => sum + one.probability, 0) / group.length,
      accuracy: group.filter((one) => one.right).length / group.length,
    }));
}
