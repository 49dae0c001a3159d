import type { Span } from "../span.js";
import type { AlignedEdition } from "./align-editions.js";
import { cutTokens } from "./cut-tokens.js";
import { readingRange } from "./group-variants.js";
import type { Token } from "./token.js";

/**
 * Finds a lemma in an edition that reads as the base does: the function takes the lemma's spans in the base and gives
 * those of the same words in the edition, which the apparatus does not list; none where the edition reads otherwise.
 */
export function lemmaInEdition({
  witness,
  pairs,
}: AlignedEdition): (lemma: readonly Span[]) => readonly Span[] {
  const ordered = [...pairs.values()]
    .filter(({ base }) => base.length > 0)
    .sort((a, b) => startOf(a.base) - startOf(b.base));
  return (lemma) => {
    const [start, end] = [lemma[0]?.start, lemma.at(-1)?.end];
    if (start === undefined || end === undefined) return [];
    const pair = ordered[firstNot(ordered, ({ base }) => startOf(base) <= start) - 1];
    if (!pair) return [];
    const from = firstNot(pair.base, (token) => token.start < start);
    const to = firstNot(pair.base, (token) => token.end <= end);
    if (to <= from || readingRange(pair.changes, [from, to])) return [];
    const before = pair.changes.findLast(({ base }) => base[1] <= from);
    const shift = before ? before.other[1] - before.base[1] : 0;
    return cutTokens(witness.text, pair.passage, pair.other, [from + shift, to + shift]).spans;
  };
}

function startOf(tokens: readonly Token[]): number {
  return tokens[0]?.start ?? 0;
}

/** Of items for which `holds` is true up to some place: that place. */
function firstNot<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
