import type { Marker } from "../block.js";
import type { Span } from "../span.js";

/** The slice `span` of `text` with each marker in it replaced by as many blanks, so that offsets hold. */
export function blankMarkers(text: string, span: Span, markers: readonly Marker[]): string {
  let clean = "";
  let from = span.start;
  for (const marker of markers) {
    if (marker.start < from || marker.end > span.end) continue;
    clean += text.slice(from, marker.start) + " ".repeat(marker.end - marker.start);
    from = marker.end;
  }
  return clean + text.slice(from, span.end);
}
