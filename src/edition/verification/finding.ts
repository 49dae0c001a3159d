import type { Crossing, Difference, Explanation } from "./check.js";

/** A difference as it is found: where in the quotation, and what it makes of the verdict. */
export interface Finding {
  readonly at: number;
  readonly difference: Difference;
  readonly effect: "none" | "elided" | "altered";
  readonly explanations?: readonly Explanation[];
  readonly crossing?: Crossing;
}
