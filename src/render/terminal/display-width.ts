const GRAPHEMES = new Intl.Segmenter("und", { granularity: "grapheme" });
/** Takes two columns of a terminal: East Asian scripts, their punctuation, fullwidth forms, pictures. */
const WIDE =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)/u;
const PLAIN = /^[\u0020-\u007e]*$/;

/** What a reader takes for one character each. */
export function graphemesOf(text: string): readonly string[] {
  return PLAIN.test(text) ? text.split("") : Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/** Columns that `text`, of one line, takes on a terminal: combining marks none, East Asian characters two. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return graphemesOf(text).reduce(
    (sum, one) => sum + (WIDE.test(one) ? 2 : /^[\p{M}\p{Cf}]+$/u.test(one) ? 0 : 1),
    0,
  );
}

/** Whether `text` has characters between which a line may be broken anywhere, for their scripts know no blanks. */
export function isWide(text: string): boolean {
  return !PLAIN.test(text) && graphemesOf(text).some((one) => WIDE.test(one));
}

/** The longest end (`side` -1) or beginning (1) of `text` that takes at most `columns`, filled up with blanks to just that. */
export function fitColumns(text: string, columns: number, side: -1 | 1): string {
  const graphemes = side === 1 ? graphemesOf(text) : [...graphemesOf(text)].reverse();
  const kept: string[] = [];
  let width = 0;
  for (const one of graphemes) {
    const own = displayWidth(one);
    if (width + own > columns) break;
    kept.push(one);
    width += own;
  }
  const blanks = " ".repeat(columns - width);
  return side === 1 ? kept.join("") + blanks : blanks + kept.reverse().join("");
}
