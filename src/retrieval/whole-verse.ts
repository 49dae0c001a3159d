import { segmentSentences } from "../edition/segment-sentences.js";
import type { Unit } from "./unit.js";

/** Sentences, or lines, `[from, to)` of a unit. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The most lines of verse quoted together: an octave, the longest part that poems are commonly divided in. */
export const MOST_LINES = 8;
/** Where a period too long to be quoted whole may be parted, at the end of a line: rather at the first of these. */
const PAUSES = [/[;:!?.…]["'”’»)\]]*$/u, /[,—–-]["'”’»)\]]*$/u] as const;

/**
 * Widens a run of lines of verse around its best one, so that no sentence is cut: to the grammatical sentences that
 * its lines belong to, else to that of the best line, else, of a period longer than `MOST_LINES`, to the part
 * between two pauses at line ends that the best line stands in. What is too long even so, and prose, stays as it is.
 */
export function wholeVerse(unit: Unit, run: Range, best: number): Range {
  if (unit.passage.lines === undefined || unit.sentences.length < 2) return run;
  const sentences = linesOfSentences(unit);
  const own = sentenceOf(sentences, best);
  let all = hull(run, own);
  for (let line = run.from; line < run.to; line += 1) all = hull(all, sentenceOf(sentences, line));
  const parts = PAUSES.map((_, level) => partOf(unit.sentences, own, best, PAUSES.slice(0, level + 1)));
  return [all, own, ...parts.map((part) => hull(run, part)), ...parts].find(isQuotable) ?? run;
}

interface Sentence extends Range {
  /** How many characters of it stand in each of its lines. */
  readonly shares: readonly number[];
}

/** The lines over which each grammatical sentence runs; a line in which one ends and another begins is in both. */
function linesOfSentences({ sentences: lines, witness }: Unit): readonly Sentence[] {
  const ends: number[] = [];
  for (const line of lines) ends.push((ends.at(-1) ?? -1) + 1 + line.length);
  return segmentSentences(lines.join("\n"), witness.language).map(({ start, end }) => {
    const from = ends.findIndex((one) => one > start);
    const to = ends.findIndex((one) => one >= end) + 1;
    const shares = ends
      .slice(from, to)
      .map((lineEnd, at) => Math.min(end, lineEnd) - Math.max(start, (ends[from + at - 1] ?? -1) + 1));
    return { from, to, shares };
  });
}

/** The sentence that has most of a line. */
function sentenceOf(sentences: readonly Sentence[], line: number): Range {
  const share = (one: Sentence): number => one.shares[line - one.from] ?? 0;
  const [first = { from: line, to: line + 1, shares: [] }, ...others] = sentences.filter(
    (one) => share(one) > 0,
  );
  return others.reduce((most, one) => (share(one) > share(most) ? one : most), first);
}

function partOf(lines: readonly string[], { from, to }: Range, best: number, ends: readonly RegExp[]): Range {
  const pauses = (line: number): boolean => ends.some((end) => end.test((lines[line] ?? "").trimEnd()));
  let start = best;
  while (start > from && !pauses(start - 1)) start -= 1;
  let end = best + 1;
  while (end < to && !pauses(end - 1)) end += 1;
  return { from: start, to: end };
}

function hull(one: Range, other: Range): Range {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

function isQuotable({ from, to }: Range): boolean {
  return to - from <= MOST_LINES;
}
