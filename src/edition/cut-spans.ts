import type { Skip } from "./skips-of.js";
import type { Span } from "./span.js";

/**
 * The range `start`..`end` of `text` as the list of spans that steps over the note signs and gaps in it, trimmed.
 * Where one stood between two blanks, or a note sign between a blank and a stop, one blank goes with it, so that
 * the joined slices read as the author wrote them.
 */
export function cutSpans(text: string, { start, end }: Span, skips: readonly Skip[]): readonly Span[] {
  const pieces: { start: number; end: number; gap: boolean }[] = [];
  let from = start;
  for (const skip of skips) {
    // A note sign that the text only points at takes no room in it.
    if (skip.end === skip.start || skip.end <= start || skip.start >= end) continue;
    if (skip.start > from) pieces.push({ start: from, end: skip.start, gap: skip.label === undefined });
    from = Math.max(from, skip.end);
  }
  if (from < end) pieces.push({ start: from, end, gap: false });

  const isBlank = (at: number): boolean => /\s/.test(text.charAt(at));
  let written = false;
  pieces.forEach((piece, at) => {
    const next = pieces[at + 1];
    const stepsOver =
      next !== undefined && (piece.gap ? /\s/ : /[\s.,;:!?)\]”’]/).test(text.charAt(next.start));
    if (next === undefined || stepsOver)
      while (piece.end > piece.start && isBlank(piece.end - 1)) piece.end -= 1;
    if (!written) while (piece.start < piece.end && isBlank(piece.start)) piece.start += 1;
    written ||= piece.start < piece.end;
  });
  return pieces
    .filter((piece) => piece.start < piece.end)
    .map((piece) => ({ start: piece.start, end: piece.end }));
}
