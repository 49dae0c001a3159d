import type { Passage, Sentence } from "../passage.js";
import { type Change, diffTokens } from "./diff-tokens.js";
import { joinChanges } from "./join-changes.js";
import { type Token, tokensOf } from "./token.js";

/** A passage of the base and its counterpart in one witness, as tokens, and where they differ. */
export interface AlignedPassage {
  readonly base: readonly Token[];
  readonly other: readonly Token[];
  readonly changes: readonly Change[];
}

/**
 * Compares two passages of one path, sentence by sentence where the references pair their sentences (so
 * that a sentence moved or left out shows as itself), and word by word within each pair.
 */
export function alignPassage(
  base: { readonly text: string; readonly passage: Passage },
  other: { readonly text: string; readonly passage: Passage },
  language: string,
): AlignedPassage {
  const left = tokensOf(base.text, base.passage);
  const right = tokensOf(other.text, other.passage);
  const same = left.length === right.length && left.every(({ form }, at) => form === right[at]?.form);
  if (same) return { base: left, other: right, changes: [] };

  const changes: Change[] = [];
  for (const [own, its] of pairSentences(base.passage.sentences, other.passage.sentences)) {
    const [from, to] = tokenRange(left, base.passage.sentences, own);
    const [start, end] = tokenRange(right, other.passage.sentences, its);
    if (from === to || start === end)
      addWhole(changes, { base: [from, to], other: [start, end], whole: true });
    else
      changes.push(
        ...joinChanges(
          diffTokens(left.slice(from, to), right.slice(start, end), from, start),
          left,
          right,
          language,
        ),
      );
  }
  return { base: left, other: right, changes };
}

/** Consecutive sentences that are all left out, or all added, are one change. */
function addWhole(changes: Change[], change: Change): void {
  const last = changes.at(-1);
  const isDeletion = ({ other }: Change): boolean => other[0] === other[1];
  const joins =
    last?.whole &&
    isDeletion(last) === isDeletion(change) &&
    last.base[1] === change.base[0] &&
    last.other[1] === change.other[0];
  if (joins)
    changes.splice(-1, 1, {
      base: [last.base[0], change.base[1]],
      other: [last.other[0], change.other[1]],
      whole: true,
    });
  else changes.push(change);
}

type Range = readonly [number, number];

/** Runs of sentence indexes that answer each other by their paths; each run is empty on one side at most. */
function pairSentences(
  base: readonly Sentence[],
  other: readonly Sentence[],
): readonly (readonly [Range, Range])[] {
  const indexOf = new Map(base.map(({ path }, at) => [path, at]));
  const pairs: (readonly [Range, Range])[] = [];
  let next = 0;
  other.forEach(({ path }, at) => {
    const [first, last] = endsOf(path);
    const from = indexOf.get(first);
    const to = indexOf.get(last);
    // A sentence without a counterpart; or one out of order, which pinned references alone can bring about.
    if (from === undefined || to === undefined || from < next || to < from) {
      pairs.push([
        [next, next],
        [at, at + 1],
      ]);
      return;
    }
    for (; next < from; next += 1)
      pairs.push([
        [next, next + 1],
        [at, at],
      ]);
    pairs.push([
      [from, to + 1],
      [at, at + 1],
    ]);
    next = to + 1;
  });
  for (; next < base.length; next += 1)
    pairs.push([
      [next, next + 1],
      [other.length, other.length],
    ]);
  return pairs;
}

/** "3.1-2" → "3.1" and "3.2". */
function endsOf(path: string): readonly [string, string] {
  const match = /^(.*\.)([^.-]+)-([^.-]+)$/.exec(path);
  return match ? [`${match[1] ?? ""}${match[2] ?? ""}`, `${match[1] ?? ""}${match[3] ?? ""}`] : [path, path];
}

/** The tokens of a run of sentences: from the first one's start to where the next one begins. */
function tokenRange(tokens: readonly Token[], sentences: readonly Sentence[], [from, to]: Range): Range {
  const at = (index: number): number => {
    const start = index === 0 ? 0 : (sentences[index]?.start ?? Number.POSITIVE_INFINITY);
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [at(from), at(to)];
}
