import { cutSpans } from "../cut-spans.js";
import type { Skip } from "../skips-of.js";
import { type Span, sliceSpans } from "../span.js";
import type { QuotationIndex, Stream } from "./quotation-index.js";
import { streamAt } from "./stream-at.js";

/** The spans of the tokens `from`..`to` (`to` included) in their witness, note signs stepped over. */
export function sourceSpans(index: QuotationIndex, from: number, to: number): readonly Span[] {
  const stream = index.streams[streamAt(index, from)] as Stream;
  const range = { start: index.starts[from] as number, end: index.ends[to] as number };
  return cutSpans(stream.witness.text, range, skipsWithin(stream.skips, range));
}

/** The words of the tokens `[from, to)` as the witness prints them, note signs stepped over; "" for none. */
export function sourceText(index: QuotationIndex, from: number, to: number): string {
  if (to <= from) return "";
  const stream = index.streams[streamAt(index, from)] as Stream;
  return sliceSpans(stream.witness.text, sourceSpans(index, from, to - 1));
}

/** What stands between token `t` and the one before it, note signs stepped over, trimmed of nothing. */
export function gapBefore(index: QuotationIndex, t: number): string {
  const whole = sourceText(index, t - 1, t + 1);
  const left = sourceText(index, t - 1, t).length;
  const right = sourceText(index, t, t + 1).length;
  return whole.slice(left, whole.length - right);
}

/** The skips, sorted, that meet `range`. */
export function skipsWithin(skips: readonly Skip[], range: Span): readonly Skip[] {
  let low = 0;
  let high = skips.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((skips[middle] as Skip).end <= range.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((skips[end]?.start ?? Infinity) < range.end) end += 1;
  return skips.slice(low, end);
}
