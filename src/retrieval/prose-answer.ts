import type { Answer } from "./answer.js";
import type { AskOptions } from "./ask-options.js";
import { chooseRuns, LONGEST_RUN, type Run } from "./choose-run.js";
import type { Judged } from "./judge.js";
import { notesOn } from "./notes-on.js";
import { oneVoice } from "./one-voice.js";
import { quoteRun } from "./quote-run.js";
import type { Candidate } from "./rank-sentences.js";
import type { Searcher } from "./searcher.js";
import type { Unit } from "./unit.js";
import { wholeVerse } from "./whole-verse.js";

/** A quote whose score is below this share of the best one's is not worth showing beside it. */
const BESIDE = 0.75;

/** The candidates that meet a question best as its answer, with what the editors note on them. */
export function proseAnswer(
  searcher: Searcher,
  question: string,
  { candidates, best, confidence }: Judged,
  { works, witness, limit }: AskOptions,
): Answer {
  const runs = runsOf(searcher, candidates, limit).filter((run) => run.best.score >= BESIDE * best.score);
  const quotes = oneVoice(runs.map((run) => quoteRun(searcher.units[run.unit] as Unit, run, witness)));
  return { version: 1, question, kind: "answer", confidence, quotes, notes: notesOn(quotes, works) };
}

function runsOf(
  { units, tuning }: Searcher,
  candidates: readonly Candidate[],
  limit: number,
): readonly Run[] {
  if (tuning?.runs === false) return chooseRuns(candidates, limit, 1);
  return chooseRuns(candidates, limit, LONGEST_RUN, (unit, run, line) =>
    wholeVerse(units[unit] as Unit, run, line),
  );
}
