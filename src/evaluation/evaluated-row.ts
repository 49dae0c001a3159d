import type { AblationName } from "./ablations.js";
import type { AskedQuestion } from "./ask-question.js";
import type { Figures } from "./figures-of.js";
import type { Outcome } from "./outcome.js";
import type { Difference } from "./paired-differences.js";

/** One set of questions, measured on one corpus. */
export interface EvaluatedRow {
  /** "letter-questions dev", "xquad.en sample 300 seed 1". */
  readonly name: string;
  /** Id of the model. */
  readonly model: string;
  readonly corpus: { readonly passages: number; readonly sentences: number };
  readonly outcomes: readonly Outcome[];
  readonly figures: Figures;
  /** What each figure loses or gains when a part is switched off. */
  readonly ablations: Readonly<Partial<Record<AblationName, Readonly<Record<string, Difference>>>>>;
  /** The questions as they were asked; undefined where nobody is to look at them one by one. */
  readonly asked: readonly AskedQuestion[] | undefined;
}
