import type { Outcome } from "./outcome.js";

/** One figure that can be taken of questions' outcomes. */
export interface Measure {
  /** "passage.r1", "auroc.near-miss"; what each means stands in docs/quality.md. */
  readonly name: string;
  readonly better: "higher" | "lower";
  /** Which questions it is about. */
  includes(outcome: Outcome): boolean;
  /** 0 … 1; NaN where the outcomes do not define it. */
  of(outcomes: readonly Outcome[]): number;
}
