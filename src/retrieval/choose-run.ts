import type { Candidate } from "./rank-sentences.js";
import type { Range } from "./whole-verse.js";

/** The most sentences of one quote; verse is quoted by whole sentences (`wholeVerse`). */
export const LONGEST_RUN = 3;

/** Consecutive sentences `[from, to)` of one unit, quoted together. */
export interface Run extends Range {
  readonly unit: number;
  readonly best: Candidate;
}

/** A neighbour joins the best sentence when its score is at least this share of it … */
const JOINS_AT = 0.92;

/**
 * The best runs of sentences, best first, at most `limit`, no sentence twice. A run grows from a sentence by
 * the neighbours that meet the question nearly as well: then the answer runs over them.
 * @param whole widens a run of `unit` around its sentence `best` to what must not be cut; it keeps off what other
 * runs have.
 */
export function chooseRuns(
  candidates: readonly Candidate[],
  limit: number,
  longest = LONGEST_RUN,
  whole: (unit: number, run: Range, best: number) => Range = (_, run) => run,
): readonly Run[] {
  const byPlace = new Map(
    candidates.map((candidate) => [`${candidate.unit}:${candidate.sentence}`, candidate]),
  );
  const taken = new Set<string>();
  const runs: Run[] = [];
  for (const best of candidates) {
    if (runs.length >= limit) break;
    if (taken.has(`${best.unit}:${best.sentence}`)) continue;
    let from = best.sentence;
    let to = best.sentence + 1;
    for (;;) {
      const [before, after] = [
        byPlace.get(`${best.unit}:${from - 1}`),
        byPlace.get(`${best.unit}:${to}`),
      ].map((neighbour) =>
        neighbour &&
        !taken.has(`${neighbour.unit}:${neighbour.sentence}`) &&
        neighbour.score >= JOINS_AT * best.score
          ? neighbour
          : undefined,
      );
      if (to - from >= longest || (!before && !after)) break;
      if (after && (!before || after.score >= before.score)) to += 1;
      else from -= 1;
    }
    const wanted = whole(best.unit, { from, to }, best.sentence);
    while (from > wanted.from && !taken.has(`${best.unit}:${from - 1}`)) from -= 1;
    while (to < wanted.to && !taken.has(`${best.unit}:${to}`)) to += 1;
    for (let at = from; at < to; at += 1) taken.add(`${best.unit}:${at}`);
    runs.push({ unit: best.unit, from, to, best });
  }
  return runs;
}
