import type { Span } from "../span.js";

/** The slice `span` of `text` without the gaps in it; `gaps` are sorted and do not overlap. */
export function readableText(text: string, span: Span, gaps: readonly Span[]): string {
  return piecesBetween(span, gaps)
    .map(({ start, end }) => text.slice(start, end))
    .join("");
}

/** What of `span` lies in none of `gaps`, which are sorted and do not overlap. */
export function piecesBetween(span: Span, gaps: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  let from = span.start;
  for (let at = firstEndingAfter(gaps, span.start); at < gaps.length; at += 1) {
    const gap = gaps[at] as Span;
    if (gap.start >= span.end) break;
    if (gap.start > from) pieces.push({ start: from, end: gap.start });
    from = Math.max(from, gap.end);
  }
  if (from < span.end) pieces.push({ start: from, end: span.end });
  return pieces;
}

/** The index of the first of the sorted spans that ends behind `offset`. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
