import type { Skip } from "./skips-of.js";
import type { Span } from "./span.js";

/** The slice `span` of `text` with each of `skips` (in file order) replaced by as many blanks: offsets hold. */
export function blankSkips(text: string, span: Span, skips: readonly Skip[]): string {
  let clean = "";
  let from = span.start;
  for (const skip of skips) {
    if (skip.start < from || skip.end > span.end) continue;
    clean += text.slice(from, skip.start) + " ".repeat(skip.end - skip.start);
    from = skip.end;
  }
  return clean + text.slice(from, span.end);
}
