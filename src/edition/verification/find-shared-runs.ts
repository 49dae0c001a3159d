import { countOf, postingsOf, trigramKey } from "./postings.js";
import { type Query, sameToken } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";

/** Words that the quotation and the source share in a row. */
interface SharedRun {
  readonly quoted: number;
  readonly source: number;
  readonly length: number;
}

/** This many words in a row make a quotation close to its source (see docs/verification.md). */
export const CLOSE_RUN = 6;
/** Runs handed on, longest first. */
const MOST_RUNS = 6;
/** Places compared for one quotation; only text made of the commonest phrases alone reaches it. */
const MOST_PLACES = 2_000_000;

/**
 * The longest runs of at least six words that the quotation shares with a passage let in by `allowed`. None
 * is proof that no six words in a row stand anywhere: each six are looked up by their rarest three.
 */
export function findSharedRuns(
  index: QuotationIndex,
  query: Query,
  allowed: Uint8Array,
): readonly SharedRun[] {
  const { tokens } = query.parsed;
  const buckets = index.trigrams.heads.length - 1;
  const joined = (q: number): boolean =>
    !tokens[q]?.ellipsis && !tokens[q]?.bracketed && !tokens[q - 1]?.bracketed;
  const same = (q: number, t: number): boolean =>
    sameToken(index, query, q, t) && allowed[index.placeOf[t] as number] === 1;

  const counts = Float64Array.from(query.ids, (_, q) =>
    [q, q + 1, q + 2].every((k) => (query.ids[k] ?? -1) > 0)
      ? countOf(index.trigrams, trigramKey(buckets, query.ids, q))
      : 0,
  );
  const runs: SharedRun[] = [];
  let places = 0;
  for (let q = 0; q + CLOSE_RUN <= query.ids.length;) {
    // The rarest of the four trigrams of these six words.
    let at = q;
    for (let k = q + 1; k <= q + CLOSE_RUN - 3; k += 1)
      if ((counts[k] as number) < (counts[at] as number)) at = k;
    let skip = 1;
    if ((counts[at] as number) === 0) skip = at - q + 1;
    else if (places < MOST_PLACES) {
      const positions = postingsOf(index.trigrams, trigramKey(buckets, query.ids, at));
      places += positions.length;
      let longest: SharedRun | undefined;
      for (const position of positions) {
        const source = position - (at - q);
        if (source < 1 || !same(q, source)) continue;
        let length = 1;
        while (q + length < tokens.length && joined(q + length) && same(q + length, source + length))
          length += 1;
        if (length >= CLOSE_RUN && length > (longest?.length ?? 0)) longest = { quoted: q, source, length };
      }
      if (longest) {
        runs.push(longest);
        skip = longest.length;
      }
    }
    q += skip;
  }
  return runs.sort((a, b) => b.length - a.length).slice(0, MOST_RUNS);
}
