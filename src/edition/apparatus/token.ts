import type { Passage } from "../passage.js";
import type { Span } from "../span.js";
import { wordsOf } from "../words.js";

/** A word, or a single sign of punctuation, and where it stands in the witness text. */
export interface Token extends Span {
  /** As the witness has it. */
  readonly form: string;
  /** For alignment: of words as `wordsOf` normalises them, of signs with one kind of quote and dash. */
  readonly norm: string;
  readonly isWord: boolean;
}

/** Every word and every sign of `passage`, markers stepped over; together all its non-blank characters. */
export function tokensOf(
  text: string,
  passage: Pick<Passage, "start" | "end" | "markers">,
): readonly Token[] {
  const { start, end } = passage;
  let clean = text.slice(start, end);
  for (const marker of passage.markers) {
    clean =
      clean.slice(0, marker.start - start) +
      " ".repeat(marker.end - marker.start) +
      clean.slice(marker.end - start);
  }
  const tokens: Token[] = [];
  let at = 0;
  const pushSigns = (to: number): void => {
    for (const match of clean.slice(at, to).matchAll(/\S/gu)) {
      const from = start + at + match.index;
      tokens.push({
        start: from,
        end: from + match[0].length,
        form: match[0],
        norm: normaliseSign(match[0]),
        isWord: false,
      });
    }
  };
  for (const word of wordsOf(clean)) {
    pushSigns(word.start);
    tokens.push({
      start: start + word.start,
      end: start + word.end,
      form: clean.slice(word.start, word.end),
      norm: word.norm,
      isWord: true,
    });
    at = word.end;
  }
  pushSigns(clean.length);
  return tokens;
}

function normaliseSign(sign: string): string {
  return sign
    .replace(/[‘’ʼ`´]/u, "'")
    .replace(/[“”„«»]/u, '"')
    .replace(/[\u2010-\u2015\u2212]/u, "-");
}
