const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * `text` on one line, cut between graphemes where `measure` of it would pass `limit`, and then ending in "…".
 * For labels and citations only: a quotation is never shortened in this way.
 */
export function clipText(
  text: string,
  limit: number,
  measure: (text: string) => number = (piece) => piece.length,
): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (measure(line) <= limit) return line;
  let clipped = "";
  let length = measure("…");
  for (const { segment } of graphemes.segment(line)) {
    length += measure(segment);
    if (length > limit) break;
    clipped += segment;
  }
  return `${clipped.trimEnd()}…`;
}
