import { alignAnchored } from "./align-anchored.js";
import { VERDICTS } from "./check.js";
import { findSharedRuns } from "./find-shared-runs.js";
import { findWindows } from "./find-windows.js";
import { type Judgement, judgePairs } from "./judge-pairs.js";
import { placePieces } from "./place-pieces.js";
import type { Pair, Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import type { SearchScope } from "./search-scope.js";

/** Quotations of more words are aligned across layers, too: whole pages are pasted with their headings. */
const PASTED_PAGE = 60;

/**
 * The judgements of a quotation, best first; none where nothing is close. Words that stand somewhere one by
 * one are looked for in the author's text, then in every layer; only then the closest passages are aligned.
 */
export function locateQuotation(
  index: QuotationIndex,
  query: Query,
  search: SearchScope,
): readonly Judgement[] {
  const altered: Judgement[] = [];
  for (const allowed of [search.text, search.all]) {
    const judged = judgeAll(index, query, placePieces(index, query, allowed));
    const kept = judged.filter(({ verdict }) => verdict !== "altered");
    if (kept.length > 0) return kept.sort((a, b) => rank(a) - rank(b) || width(a) - width(b));
    altered.push(...judged);
  }
  // Every word stands in order, yet an ellipsis or an insertion turns the sense.
  if (altered.length > 0) return altered;
  return closestPassages(index, query, search);
}

function closestPassages(index: QuotationIndex, query: Query, search: SearchScope): readonly Judgement[] {
  const found: { judgement: Judgement; score: number }[] = [];
  const layers =
    query.ids.length > PASTED_PAGE
      ? [search.text, search.apparatus, search.all]
      : [search.text, search.apparatus];
  for (const window of findWindows(index, query, search.all)) {
    for (const allowed of layers) {
      if (!holds(index, window.from, window.to, allowed)) continue;
      const { pairs, score } = alignAnchored(index, query, window, allowed);
      const judgement = judgePairs(index, query, pairs);
      if (judgement) found.push({ judgement, score });
    }
  }
  if (found.length === 0) {
    // Six words in a row are close wherever they stand, be it from one layer into the next.
    return findSharedRuns(index, query, search.all).flatMap(
      ({ quoted, source, length }) =>
        judgePairs(
          index,
          query,
          Array.from({ length }, (_, k): Pair => [quoted + k, source + k]),
        ) ?? [],
    );
  }
  const altered = (one: Judgement): number => (one.verdict === "altered" ? 1 : 0);
  return found
    .sort(
      (a, b) =>
        altered(a.judgement) - altered(b.judgement) ||
        b.score - a.score ||
        unexplained(a.judgement) - unexplained(b.judgement) ||
        a.judgement.stream.from - b.judgement.stream.from,
    )
    .map(({ judgement }) => judgement);
}

function judgeAll(
  index: QuotationIndex,
  query: Query,
  placements: readonly (readonly Pair[])[],
): Judgement[] {
  return placements.flatMap((pairs) => judgePairs(index, query, pairs) ?? []);
}

function holds(index: QuotationIndex, from: number, to: number, allowed: Uint8Array): boolean {
  for (let t = from; t < to; t += 1) if (allowed[index.placeOf[t] as number] === 1) return true;
  return false;
}

/** Differences other than of order: "world do" is rather "do world" than another passage with a word put in. */
function unexplained({ differences }: Judgement): number {
  return differences.filter(({ kind }) => kind !== "order").length;
}

function rank({ verdict }: Judgement): number {
  return VERDICTS.indexOf(verdict);
}

/** Of several placements the one that omits least. */
function width({ pairs }: Judgement): number {
  return (pairs.at(-1)?.[1] ?? 0) - (pairs[0]?.[1] ?? 0);
}
