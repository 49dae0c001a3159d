import type { Prediction } from "./prediction.js";

/** What answering all questions at or above `threshold` does: how many it answers, and how many of those wrongly. */
export interface RiskCoveragePoint {
  readonly threshold: number;
  readonly coverage: number;
  readonly risk: number;
}

/**
 * The risk–coverage curve of selective answering (El-Yaniv & Wiener 2010), one point for each distinct
 * probability, from the surest on. Answers to unanswerable questions are wrong.
 */
export function riskCoverage(predictions: readonly Prediction[]): readonly RiskCoveragePoint[] {
  const sorted = [...predictions].sort((a, b) => b.probability - a.probability);
  const points: RiskCoveragePoint[] = [];
  let wrong = 0;
  sorted.forEach(({ probability, right }, at) => {
    if (!right) wrong += 1;
    // Questions of one probability are answered together or not at all.
    if (sorted[at + 1]?.probability === probability) return;
    points.push({ threshold: probability, coverage: (at + 1) / sorted.length, risk: wrong / (at + 1) });
  });
  return points;
}

/**
 * Area under that curve, each point holding for the coverage gained with it: the mean risk over all coverages, so
 * lower is better. NaN for no predictions.
 */
export function areaUnderRisk(predictions: readonly Prediction[]): number {
  if (predictions.length === 0) return NaN;
  let before = 0;
  return riskCoverage(predictions).reduce((area, { coverage, risk }) => {
    const gained = coverage - before;
    before = coverage;
    return area + gained * risk;
  }, 0);
}
