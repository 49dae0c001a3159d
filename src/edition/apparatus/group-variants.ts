import type { Change } from "./diff-tokens.js";

/** A stretch of the base's tokens about which at least one witness has its own opinion. */
export type LemmaRange = readonly [number, number];

/**
 * The lemmata of a passage out of the changes of all witnesses: ranges that overlap are one lemma, so that
 * every witness has exactly one reading of it; ranges that only touch stay apart. In order.
 */
export function lemmaRanges(changes: readonly Change[]): readonly LemmaRange[] {
  const ranges: [number, number][] = [];
  const sorted = changes.map(({ base }) => base).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const [from, to] of sorted) {
    const last = ranges.at(-1);
    if (last && (from < last[1] || (from === last[0] && to === last[1]))) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  }
  return ranges;
}

/** The tokens that a witness with these `changes` has for `lemma`; undefined where it reads as the base. */
export function readingRange(
  changes: readonly Change[],
  lemma: LemmaRange,
): readonly [number, number] | undefined {
  const inside = changes.filter((change) => isInside(change, lemma));
  if (inside.length === 0) return undefined;
  const before = changes.filter((change) => !inside.includes(change) && change.base[1] <= lemma[0]).at(-1);
  const last = inside.at(-1) as Change;
  const start = lemma[0] + (before ? before.other[1] - before.base[1] : 0);
  return [start, lemma[1] + last.other[1] - last.base[1]];
}

function isInside({ base: [from, to] }: Change, [start, end]: LemmaRange): boolean {
  if (from === to) return start === end ? from === start : start < from && from < end;
  return from < end && to > start;
}
