import type { FeatureName } from "./features.js";

/** How ready quoth is to answer: the least probability of being right at which it still does. */
export type OperatingPoint = "default" | "strict";

/**
 * A logistic regression on standardised features. `products` weighs the products of any two of them and their squares:
 * the upper triangle, row by row, in the order of FEATURES; a likeness that means much in a long question means little in
 * a short one. Empty where the features are taken by themselves.
 */
export interface Regression {
  readonly intercept: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
  readonly products: readonly number[];
}

/** Standardised features are cut off here, either side of the mean, lest the product of two rarities decide alone. */
export const MOST_DEVIATIONS = 2.5;

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
