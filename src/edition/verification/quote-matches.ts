import { makeQuote } from "../make-quote.js";
import type { Quote } from "../quote.js";
import type { Span } from "../span.js";
import type { Pair } from "./query.js";
import type { Place, QuotationIndex } from "./quotation-index.js";
import { sourceSpans } from "./source-text.js";

/** The whole sentences in which the words in common stand: a quote for each passage, in order. */
export function quoteMatches(index: QuotationIndex, pairs: readonly Pair[]): readonly Quote[] {
  const ranges = new Map<number, { from: number; to: number }>();
  for (const [, t] of pairs) {
    const place = index.placeOf[t] as number;
    const sentence = index.sentenceOf[t] as number;
    const range = ranges.get(place);
    if (range) range.to = sentence + 1;
    else ranges.set(place, { from: sentence, to: sentence + 1 });
  }
  return [...ranges].map(([at, range]) => {
    const { work, witness, passage } = index.places[at] as Place;
    return makeQuote(work, { witness, passage, ...range });
  });
}

/** The very words in common as spans of the witness text: one for each run of them. */
export function matchSpans(index: QuotationIndex, pairs: readonly Pair[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  pairs.forEach(([q, t], k) => {
    const next = pairs[k + 1];
    if (next?.[0] === q + 1 && next[1] === t + 1) return;
    spans.push(...sourceSpans(index, (pairs[from] as Pair)[1], t));
    from = k + 1;
  });
  return spans;
}
