import type { Marker } from "./block.js";
import type { Span } from "./span.js";

/**
 * The range `start`..`end` of `text` as the list of spans that steps over the markers in it, trimmed.
 * Where a marker stood between two blanks, or between a blank and a stop, one blank goes with it, so that
 * the joined slices read as the author wrote them.
 */
export function cutSpans(text: string, { start, end }: Span, markers: readonly Marker[]): readonly Span[] {
  const pieces: { start: number; end: number }[] = [];
  let from = start;
  for (const marker of markers) {
    if (marker.end <= start || marker.start >= end) continue;
    if (marker.start > from) pieces.push({ start: from, end: marker.start });
    from = Math.max(from, marker.end);
  }
  if (from < end) pieces.push({ start: from, end });

  const isBlank = (at: number): boolean => /\s/.test(text.charAt(at));
  pieces.forEach((piece, at) => {
    const next = pieces[at + 1];
    const stepsOver = next !== undefined && /[\s.,;:!?)\]”’]/.test(text.charAt(next.start));
    if (next === undefined || stepsOver)
      while (piece.end > piece.start && isBlank(piece.end - 1)) piece.end -= 1;
    const first = pieces.slice(0, at).every((earlier) => earlier.start === earlier.end);
    if (first) while (piece.start < piece.end && isBlank(piece.start)) piece.start += 1;
  });
  return pieces.filter((piece) => piece.start < piece.end);
}
