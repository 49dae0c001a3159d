import type { FeatureName } from "./features.js";

/** How ready quoth is to answer: the least probability of being right at which it still does. */
export type OperatingPoint = "default" | "strict";

/** A logistic regression on standardised features. */
export interface Regression {
  readonly intercept: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
}

/**
 * How the probability of an answer is read from the features, one for each model: that the question is about what
 * the source is about, times that the quotes answer it if so. One regression for both gives up some of the first,
 * which is easy, for a little of the second, which is not.
 */
export interface Calibration {
  readonly means: Readonly<Record<FeatureName, number>>;
  readonly scales: Readonly<Record<FeatureName, number>>;
  readonly topic: Regression;
  readonly answer: Regression;
  /** Logit over ln of the number of passages. */
  readonly thresholds: Readonly<
    Record<OperatingPoint, { readonly intercept: number; readonly slope: number }>
  >;
}
