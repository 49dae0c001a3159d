const GRAPHEMES = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The last place at or before `at` (a UTF-16 offset) that lies between what a reader takes for characters. */
export function cutBetweenCharacters(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  return GRAPHEMES.segment(text).containing(at)?.index ?? at;
}
