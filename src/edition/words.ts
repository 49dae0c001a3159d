import type { Span } from "./span.js";

/** A word of a text: where it stands, and its form for comparison. */
export interface Word extends Span {
  readonly norm: string;
}

/** Characters that readers do not see inside words: soft hyphen, zero-width signs, byte-order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const LETTER = "[\\p{L}\\p{N}\\p{M}\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]";
const WORD = new RegExp(
  `\\p{N}{1,3}(?:,\\p{N}{3})+(?![\\p{L}\\p{N}])(?:\\.\\p{N}+)?|\\p{N}+\\.\\p{N}+|${LETTER}+(?:['’ʼ‘\\u2010\\u2011-]${LETTER}+)*`,
  "gu",
);

/**
 * The words of `text` in order. A word runs through inner apostrophes and hyphens ("cease-fire",
 * "world's"); a number through its thousands separators and decimals. `norm` is NFKC, lower case, with
 * straight apostrophes and hyphens, without invisible characters and thousands separators.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const norm = normaliseWord(match[0]);
    if (norm !== "") words.push({ norm, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

export function normaliseWord(word: string): string {
  // Most words by far: nothing to normalise but the case.
  if (/^[A-Za-z]+$/.test(word)) return word.toLowerCase();
  const plain = word
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[\u2010\u2011]/g, "-");
  return /^\p{N}/u.test(plain) ? plain.replace(/,/g, "") : plain;
}

/** The words of each span of `text`, normalised. */
export function wordLists(text: string, spans: readonly Span[]): readonly (readonly string[])[] {
  return spans.map((span) => wordsOf(text.slice(span.start, span.end)).map((word) => word.norm));
}
