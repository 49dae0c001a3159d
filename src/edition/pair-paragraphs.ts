import { alignSequences, LEAST_SIMILARITY } from "./align-sequences.js";
import type { Passage } from "./passage.js";

/** For every right paragraph its left counterpart: in order first, then what was moved, by likeness. */
export function pairParagraphs(
  left: readonly Passage[],
  leftWords: readonly (readonly string[])[],
  right: readonly Passage[],
  rightWords: readonly (readonly string[])[],
): readonly (Passage | undefined)[] {
  const partner: (Passage | undefined)[] = right.map(() => undefined);
  const free = new Set(left.keys());
  for (const run of alignSequences(leftWords, rightWords, false)) {
    if (run.left[1] === run.left[0] || run.right[1] === run.right[0]) continue;
    partner[run.right[0]] = left[run.left[0]];
    free.delete(run.left[0]);
  }
  const lost = [...right.keys()].filter((at) => partner[at] === undefined);
  for (const [at, unit] of pairMoved(leftWords, free, rightWords, lost)) partner[at] = left[unit];
  return partner;
}

/** For units of the right that stand elsewhere the free unit of the left that is like each: right index → left index. */
export function pairMoved(
  leftWords: readonly (readonly string[])[],
  free: Set<number>,
  rightWords: readonly (readonly string[])[],
  lost: readonly number[],
): ReadonlyMap<number, number> {
  const holders = holdersOf(leftWords, lost.length === 0 ? [] : free);
  const pairs = new Map<number, number>();
  for (const at of lost) {
    const own = rightWords[at] ?? [];
    const candidate = [...sharedWords(own, holders)]
      .sort(([a], [b]) => a - b)
      .find(
        ([unit, shared]) =>
          free.has(unit) && 2 * shared >= LEAST_SIMILARITY * (own.length + (leftWords[unit]?.length ?? 0)),
      )?.[0];
    if (candidate === undefined) continue;
    pairs.set(at, candidate);
    free.delete(candidate);
  }
  return pairs;
}

type Holders = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** For every word the units that hold it, with how often. */
function holdersOf(words: readonly (readonly string[])[], units: Iterable<number>): Holders {
  const holders = new Map<string, Map<number, number>>();
  for (const unit of units) {
    for (const word of words[unit] ?? []) {
      const own = holders.get(word) ?? new Map<number, number>();
      holders.set(word, own.set(unit, (own.get(unit) ?? 0) + 1));
    }
  }
  return holders;
}

/** How many words each unit shares with `words`, repetitions counted. */
function sharedWords(words: readonly string[], holders: Holders): ReadonlyMap<number, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shared = new Map<number, number>();
  for (const [word, count] of counts) {
    for (const [unit, theirs] of holders.get(word) ?? [])
      shared.set(unit, (shared.get(unit) ?? 0) + Math.min(count, theirs));
  }
  return shared;
}
