import type { Located } from "../edition/resolve-path.js";
import type { Criterion } from "./outcome.js";

/** Whether a run of sentences is right, by each criterion of its file; the first is the one that figures lead with. */
export type Verdict = Readonly<Partial<Record<Criterion, boolean>>>;

/** A question with its answer key, whatever format it came in. */
export interface EvaluationQuestion {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly answerable: boolean;
  judge(located: Located): Verdict;
}
