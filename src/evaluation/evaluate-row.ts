import type { Searcher } from "../retrieval/searcher.js";
import { ABLATIONS, type AblationName } from "./ablations.js";
import { type AskedQuestion, askQuestion } from "./ask-question.js";
import type { EvaluatedRow } from "./evaluated-row.js";
import type { EvaluationQuestion } from "./evaluation-question.js";
import { figuresOf } from "./figures-of.js";
import { pairedDifferences } from "./paired-differences.js";
import { rememberQuestions } from "./remember-questions.js";
import { ABLATED_FIGURES } from "./render-report.js";

export interface RowPlan {
  readonly name: string;
  readonly questions: readonly EvaluationQuestion[];
  /** Questions of other texts, to see whether they are refused. */
  readonly foreign: readonly EvaluationQuestion[];
  readonly ablations: readonly AblationName[];
  /** Whether nobody is to look at these questions one by one. */
  readonly sealed: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/** Asks all questions of a row, once as quoth ships and once for each part switched off, and takes the figures. */
export async function evaluateRow(searcher: Searcher, plan: RowPlan): Promise<EvaluatedRow> {
  const remembering = { ...searcher, embedder: rememberQuestions(searcher.embedder) };
  const total = (plan.questions.length + plan.foreign.length) * (1 + plan.ablations.length);
  let done = 0;
  const askAll = async (with_: Searcher): Promise<readonly AskedQuestion[]> => {
    const asked: AskedQuestion[] = [];
    for (const [questions, foreign] of [
      [plan.questions, false],
      [plan.foreign, true],
    ] as const) {
      for (const question of questions) {
        asked.push(await askQuestion(with_, question, foreign));
        plan.onProgress((done += 1), total);
      }
    }
    return asked;
  };
  const asked = await askAll(remembering);
  const outcomes = asked.map((one) => one.outcome);
  const ablations: EvaluatedRow["ablations"][AblationName][] = [];
  for (const part of plan.ablations) {
    const without = await askAll({ ...remembering, tuning: ABLATIONS[part] });
    ablations.push(
      pairedDifferences(
        without.map((one) => one.outcome),
        outcomes,
        ABLATED_FIGURES,
      ),
    );
  }
  return {
    name: plan.name,
    model: searcher.embedder.model.id,
    corpus: { passages: searcher.units.length, sentences: searcher.firstSentence.at(-1) ?? 0 },
    outcomes,
    figures: figuresOf(outcomes),
    ablations: Object.fromEntries(plan.ablations.map((part, at) => [part, ablations[at]])),
    asked: plan.sealed ? undefined : asked,
  };
}
