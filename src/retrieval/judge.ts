import { featuresOf } from "./features.js";
import { fitOf } from "./fit-of.js";
import { probabilityOf } from "./probability.js";
import type { Question } from "./question.js";
import type { Candidate } from "./rank-sentences.js";
import type { Searcher } from "./searcher.js";

/** Candidates, best first, with the probability that the best answer the question. */
export interface Judged {
  readonly candidates: readonly Candidate[];
  readonly best: Candidate;
  readonly confidence: number;
}

/** How surely candidates, best first, answer a question; undefined where there is none. */
export function judge(
  searcher: Searcher,
  question: Question,
  candidates: readonly Candidate[],
): Judged | undefined {
  const [best] = candidates;
  if (!best) return undefined;
  const features = featuresOf(question, candidates, searcher);
  return {
    candidates,
    best,
    confidence: probabilityOf(features, fitOf(searcher.embedder.model).calibration),
  };
}
