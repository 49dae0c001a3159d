import type { Prediction } from "./prediction.js";

/** Mean squared distance between the probability and what came true (Brier 1950): 0 is best, .25 a coin's. NaN for none. */
export function brierScore(predictions: readonly Prediction[]): number {
  return (
    predictions.reduce((sum, { probability, right }) => sum + (probability - (right ? 1 : 0)) ** 2, 0) /
    predictions.length
  );
}
