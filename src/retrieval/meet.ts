import type { Work } from "../edition/work.js";
import { correctSpelling } from "./correct-spelling.js";
import { type Question, readQuestion } from "./question.js";
import { type Candidate, rankSentences } from "./rank-sentences.js";
import type { Searcher } from "./searcher.js";
import type { Unit } from "./unit.js";

/** The sentences of a corpus that a question meets, best first; lines that name or frame apart from the prose. */
export interface Met {
  readonly question: Question;
  readonly prose: readonly Candidate[];
  readonly lines: readonly Candidate[];
}

/** Ranks the sentences for a question, after misspelt words are put right. */
export async function meet(
  searcher: Searcher,
  text: string,
  works: readonly Work[],
  allowed: (unit: Unit) => boolean,
): Promise<Met> {
  const { tuning = {} } = searcher;
  let question = readQuestion(text, works, tuning.frame);
  let encoded = await searcher.embedder.encodeQuestion(text);
  const corrected =
    tuning.spelling === false ? undefined : correctSpelling(text, encoded, searcher.vocabulary);
  if (corrected !== undefined) {
    question = readQuestion(corrected, works, tuning.frame);
    encoded = await searcher.embedder.encodeQuestion(corrected);
  }
  const candidates = await rankSentences(searcher, question, encoded, allowed);
  return {
    question,
    prose: candidates.filter((candidate) => !candidate.line),
    lines: candidates.filter((candidate) => candidate.line),
  };
}
