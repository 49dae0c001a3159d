import type { Skip } from "./skips-of.js";
import type { Span } from "./span.js";

/** A stretch of a witness as it is read, without what is stepped over, and the way back into the witness. */
export interface CleanText {
  readonly text: string;
  /** The offset in the witness of the character at `at`. */
  readonly startAt: (at: number) => number;
  /** The offset in the witness behind the character before `at`. */
  readonly endAt: (at: number) => number;
}

/**
 * The slice `span` of `text` without `skips` (in file order): a note sign leaves as many blanks, for it parts what
 * stands on either side of it; a gap leaves nothing, for a word runs through it.
 */
export function cleanText(text: string, span: Span, skips: readonly Skip[]): CleanText {
  /** Where each piece that was kept begins: in the clean text, and in the witness. */
  const starts: number[] = [];
  const origins: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  let from = span.start;
  const keep = (piece: string, origin: number): void => {
    if (piece === "") return;
    starts.push(length);
    origins.push(origin);
    pieces.push(piece);
    length += piece.length;
  };
  for (const { start, end, label } of skips) {
    if (start < from || end > span.end) continue;
    keep(text.slice(from, start), from);
    if (label !== undefined) keep(" ".repeat(end - start), start);
    from = end;
  }
  keep(text.slice(from, span.end), from);

  const startAt = (at: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return at - (starts[low] ?? 0) + (origins[low] ?? span.start);
  };
  return { text: pieces.join(""), startAt, endAt: (at) => (at === 0 ? startAt(0) : startAt(at - 1) + 1) };
}
