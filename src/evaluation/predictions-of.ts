import { CRITERIA, type Outcome } from "./outcome.js";
import type { Prediction } from "./prediction.js";

/** The stated probability of each outcome beside whether one of the quotes was right, by the criterion that leads. */
export function predictionsOf(outcomes: readonly Outcome[]): readonly Prediction[] {
  return outcomes.map(({ confidence, quote }) => {
    const leading = CRITERIA.find((criterion) => quote[criterion] !== undefined);
    return { probability: confidence, right: leading !== undefined && quote[leading] !== null };
  });
}
