import { cleanText } from "../clean-text.js";
import type { Passage } from "../passage.js";
import { skipsOf } from "../skips-of.js";
import type { Span } from "../span.js";
import { wordsOf } from "../words.js";

/** A word, or a single sign of punctuation, and where it stands in the witness text. */
export interface Token extends Span {
  /** As the witness has it, gaps in it stepped over. */
  readonly form: string;
  /** For alignment: of words as `wordsOf` normalises them, of signs with one kind of quote and dash. */
  readonly norm: string;
  readonly isWord: boolean;
}

/** Every word and every sign of `passage`, markers and gaps stepped over; together all its non-blank characters. */
export function tokensOf(
  text: string,
  passage: Pick<Passage, "start" | "end" | "markers" | "gaps">,
): readonly Token[] {
  const { text: clean, startAt, endAt } = cleanText(text, passage, skipsOf(passage));
  const tokens: Token[] = [];
  let at = 0;
  const pushSigns = (to: number): void => {
    for (const match of clean.slice(at, to).matchAll(/\S/gu)) {
      const from = at + match.index;
      tokens.push({
        start: startAt(from),
        end: endAt(from + match[0].length),
        form: match[0],
        norm: normaliseSign(match[0]),
        isWord: false,
      });
    }
  };
  for (const word of wordsOf(clean)) {
    pushSigns(word.start);
    tokens.push({
      start: startAt(word.start),
      end: endAt(word.end),
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
