import { findSharedRuns } from "./find-shared-runs.js";
import { countOf, postingsOf, trigramKey } from "./postings.js";
import type { Query } from "./query.js";
import type { QuotationIndex, Stream } from "./quotation-index.js";
import { streamAt } from "./stream-at.js";

/** A stretch of one stream in which the quotation may stand: tokens `[from, to)`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The narrowest stretch scored, tokens: about two sentences. */
const LEAST_WIDTH = 64;
/** Stretches handed on for alignment; identical witnesses take one each. */
const MOST_WINDOWS = 8;
/** A pasted page, words, is told by its best stretches. */
const LONG = 600;
const MOST_WINDOWS_LONG = 2;
/** A stretch with less than this share of the best one's weight is not aligned. */
const LEAST_SHARE = 0.5;
/** Postings read for one quotation, the rarest words first; the rest are words such as "the". */
const MOST_POSTINGS = 60_000;
/** A run of three that stands more often than this is a phrase of the language. */
const MOST_TRIGRAMS = 1000;
/** How far beyond a stretch an ellipsis is followed, tokens: about a page. */
const ELLIPSIS_REACH = 400;
const EDGE = 8;

/**
 * The stretches of the sources that share most with the quotation, best first: those with six of its words in
 * a row, then those with the greatest sum of inverse document frequencies of its words. Reads postings only.
 */
export function findWindows(index: QuotationIndex, query: Query, allowed: Uint8Array): readonly Window[] {
  const count = query.ids.length;
  const reach = query.parsed.tokens.some((token) => token.ellipsis) ? ELLIPSIS_REACH : EDGE;
  const windows: Window[] = [];
  const add = (from: number, to: number): void => {
    for (let s = streamAt(index, Math.max(1, from)); s < index.streams.length; s += 1) {
      const stream = index.streams[s] as Stream;
      if (stream.from >= to) break;
      const window = { from: Math.max(from, stream.from), to: Math.min(to, stream.to) };
      const covered = windows.some((one) => one.from <= window.from + EDGE && one.to >= window.to - EDGE);
      if (window.from < window.to && !covered) windows.push(window);
    }
  };
  const runs = findSharedRuns(index, query, allowed);
  for (const run of count > LONG ? runs.slice(0, MOST_WINDOWS_LONG) : runs) {
    const start = run.source - run.quoted;
    add(start - reach - (count >> 1), start + count + reach + (count >> 1));
  }
  const { scores, width } = scoreBuckets(index, query, allowed);
  let highest = 0;
  for (let k = 0; k < (count > LONG ? MOST_WINDOWS_LONG : MOST_WINDOWS); k += 1) {
    let best = -1;
    let most = 0;
    for (let b = 0; b + 1 < scores.length; b += 1) {
      const score = (scores[b] as number) + (scores[b + 1] as number);
      if (score > most) [best, most] = [b, score];
    }
    highest = Math.max(highest, most);
    if (best === -1 || most < LEAST_SHARE * highest) break;
    add(best * width - (count >> 1) - reach, (best + 2) * width + (count >> 1) + reach);
    scores.fill(0, Math.max(0, best), best + 2);
  }
  return windows;
}

/** For every stretch of `width` tokens the weight of the quotation's words that it holds where `allowed` lets it. */
function scoreBuckets(
  index: QuotationIndex,
  query: Query,
  allowed: Uint8Array,
): { readonly scores: Float32Array; readonly width: number } {
  let shift = Math.log2(LEAST_WIDTH);
  while (1 << shift < query.ids.length) shift += 1;
  const buckets = (index.ids.length >>> shift) + 2;
  const scores = new Float32Array(buckets);
  const lastWord = new Int32Array(buckets);

  let read = 0;
  let stamp = 0;
  const count = (positions: Int32Array): boolean => {
    if (read > 0 && read + positions.length > MOST_POSTINGS) return false;
    read += positions.length;
    stamp += 1;
    const weight = Math.log(1 + index.ids.length / positions.length);
    for (const position of positions) {
      const bucket = position >>> shift;
      // Another edition that reads so would outshine the one that was asked for.
      if (allowed[index.placeOf[position] as number] !== 1) continue;
      if (lastWord[bucket] === stamp) continue;
      lastWord[bucket] = stamp;
      scores[bucket] = (scores[bucket] as number) + weight;
    }
    return true;
  };
  // Three words in a row tell a place better than three words.
  for (let q = 0; q + 3 <= query.ids.length; q += 1) {
    if ([q, q + 1, q + 2].some((k) => (query.ids[k] as number) <= 0)) continue;
    const key = trigramKey(index.trigrams.heads.length - 1, query.ids, q);
    if (countOf(index.trigrams, key) <= MOST_TRIGRAMS) count(postingsOf(index.trigrams, key));
  }
  const ids = [...new Set([...query.ids, ...query.bare])].filter((id) => id > 0);
  ids.sort((a, b) => countOf(index.words, a) - countOf(index.words, b));
  for (const id of ids) if (!count(postingsOf(index.words, id))) break;
  return { scores, width: 1 << shift };
}
