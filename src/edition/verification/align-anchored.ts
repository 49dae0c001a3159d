import { alignWindow, type Alignment } from "./align-window.js";
import type { Window } from "./find-windows.js";
import { countOf, postingsOf, trigramKey } from "./postings.js";
import { type Pair, type Query, sameToken } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";

/** Above this many cells (words of the quotation times words of the window) runs in common are aligned first. */
const MOST_CELLS = 1_000_000;
/** Words between two runs that are still aligned one by one. */
const WIDEST_GAP = 64;
/** A run of three that stands more often than this says little about where the quotation stands. */
const MOST_PLACES = 64;

/**
 * Aligns a quotation of any length with a window. Short ones in full; long ones by their runs of three words
 * in common, chained in order (longest increasing subsequence), and then what lies between two runs. Time is
 * about linear in the quotation's length.
 */
export function alignAnchored(
  index: QuotationIndex,
  query: Query,
  window: Window,
  allowed: Uint8Array,
): Alignment {
  const count = query.ids.length;
  if (count * (window.to - window.from) <= MOST_CELLS) return alignWindow(index, query, window, allowed);
  const chain = longestChain(sharedTrigrams(index, query, window, allowed));
  const pairs: Pair[] = [];
  const push = (q: number, t: number): void => {
    const last = pairs.at(-1);
    if (!last || (q > last[0] && t > last[1])) pairs.push([q, t]);
  };
  for (const [q, t] of chain) {
    const last = pairs.at(-1);
    if (last && q > last[0] + 1) {
      const wide = Math.min(t - last[1] - 1, 4 * (q - last[0]) + 64);
      const gap = { from: t - wide, to: t };
      if (q - last[0] <= WIDEST_GAP && wide > 0) {
        for (const pair of alignWindow(index, query, gap, allowed, [last[0] + 1, q], true).pairs)
          push(...pair);
      }
    }
    for (let k = 0; k < 3; k += 1) push(q + k, t + k);
  }
  const [first] = pairs;
  if (first) {
    const before: Pair[] = [];
    for (
      let [q, t] = [first[0] - 1, first[1] - 1];
      q >= 0 && t >= window.from && sameToken(index, query, q, t);
      q -= 1, t -= 1
    )
      before.unshift([q, t]);
    pairs.unshift(...before);
    const last = pairs.at(-1) as Pair;
    for (
      let [q, t] = [last[0] + 1, last[1] + 1];
      q < count && t < window.to && sameToken(index, query, q, t);
      q += 1, t += 1
    )
      push(q, t);
  }
  return { pairs, score: pairs.length - 0.5 * (count - pairs.length) };
}

function sharedTrigrams(
  index: QuotationIndex,
  query: Query,
  window: Window,
  allowed: Uint8Array,
): readonly Pair[] {
  const buckets = index.trigrams.heads.length - 1;
  const shared: Pair[] = [];
  for (let q = 0; q + 3 <= query.ids.length; q += 1) {
    const key = trigramKey(buckets, query.ids, q);
    if (countOf(index.trigrams, key) > MOST_PLACES) continue;
    // Right to left, so that a chain takes one place of each.
    for (const t of [...postingsOf(index.trigrams, key)].reverse()) {
      if (t < window.from || t + 3 > window.to || allowed[index.placeOf[t] as number] !== 1) continue;
      if ([0, 1, 2].every((k) => sameToken(index, query, q + k, t + k))) shared.push([q, t]);
    }
  }
  return shared;
}

/** The longest chain of pairs that ascends on both sides; `pairs` ascend by word, descend by token. */
function longestChain(pairs: readonly Pair[]): readonly Pair[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, t], at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[tails[middle] as number] as Pair)[1] < t) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = at;
  });
  const chain: Pair[] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; at = before[at] as number) chain.push(pairs[at] as Pair);
  return chain.reverse();
}
