/** A half-open range `[start, end)` of UTF-16 offsets into a witness text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The slices of `text` at `spans`, joined: the only way in which quoth makes a quotation. */
export function sliceSpans(text: string, spans: readonly Span[]): string {
  return spans.map((span) => text.slice(span.start, span.end)).join("");
}
