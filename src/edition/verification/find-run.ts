import { jointsAgree, type Joint } from "./joint.js";
import { countOf, postingsOf, trigramKey } from "./postings.js";
import { cutsWord, type Query, sameToken } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";

/**
 * Every place, ascending, where the words `from`..`to` of the quotation stand in a row, whole words all, in
 * passages that `allowed` (by place) lets in. The rarest three words in a row are looked up, the rest compared.
 */
export function findRun(
  index: QuotationIndex,
  query: Query,
  from: number,
  to: number,
  allowed: Uint8Array,
): readonly number[] {
  const key = rarestKey(index, query, from, to);
  if (!key) return [];
  const found: number[] = [];
  for (const position of key.positions) {
    const start = position - (key.at - from);
    if (start > 0 && standsAt(index, query, from, to, start, allowed)) found.push(start);
  }
  return found;
}

function rarestKey(
  index: QuotationIndex,
  query: Query,
  from: number,
  to: number,
): { readonly at: number; readonly positions: Int32Array } | undefined {
  const { words, trigrams } = index;
  const buckets = trigrams.heads.length - 1;
  let at = -1;
  let least = Infinity;
  let isTrigram = false;
  for (let q = from; q < to; q += 1) {
    const id = query.ids[q] as number;
    const bare = query.bare[q] as number;
    if (id < 0 && bare < 0) return undefined;
    // Words that may be read in two ways are compared only.
    if (query.parsed.tokens[q]?.bare !== undefined && (to - from > 1 || (id >= 0 && bare >= 0))) continue;
    const count = countOf(words, id >= 0 ? id : bare);
    if (count < least) [at, least, isTrigram] = [q, count, false];
    if (q + 3 > to || !single(query, q) || !single(query, q + 1) || !single(query, q + 2)) continue;
    const triple = countOf(trigrams, trigramKey(buckets, query.ids, q));
    if (triple < least) [at, least, isTrigram] = [q, triple, true];
  }
  if (at === -1) return undefined;
  if (isTrigram) return { at, positions: postingsOf(trigrams, trigramKey(buckets, query.ids, at)) };
  const id = query.ids[at] as number;
  return { at, positions: postingsOf(words, id >= 0 ? id : (query.bare[at] as number)) };
}

function single(query: Query, q: number): boolean {
  return (query.ids[q] as number) >= 0 && query.parsed.tokens[q]?.bare === undefined;
}

function standsAt(
  index: QuotationIndex,
  query: Query,
  from: number,
  to: number,
  start: number,
  allowed: Uint8Array,
): boolean {
  for (let q = from, t = start; q < to; q += 1, t += 1) {
    if (!sameToken(index, query, q, t) || allowed[index.placeOf[t] as number] !== 1) return false;
    const joint = query.parsed.tokens[q]?.joint as Joint;
    if (q > from && !jointsAgree(index.joints[t] as Joint, joint)) return false;
  }
  return !cutsWord(index, start) && !cutsWord(index, start + to - from);
}
