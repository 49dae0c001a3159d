import type { AskedQuestion } from "./ask-question.js";
import { explainMistake } from "./explain-mistake.js";

/** A question that went wrong, and why. */
export interface Mistake extends AskedQuestion {
  readonly why: string;
}

/**
 * The mistakes that cost most, worst first: how far the stated confidence was from the truth. A wrong answer given
 * with confidence comes before a right one held back.
 */
export function worstMistakes(asked: readonly AskedQuestion[], count: number): readonly Mistake[] {
  const cost = ({ outcome: { answered, confidence } }: Mistake): number =>
    answered.default ? 1 + confidence : 1 - confidence;
  return asked
    .flatMap((one): readonly Mistake[] => {
      const why = explainMistake(one.outcome);
      return why === undefined ? [] : [{ ...one, why }];
    })
    .sort((a, b) => cost(b) - cost(a) || (a.outcome.id < b.outcome.id ? -1 : 1))
    .slice(0, count);
}
