import type { Span } from "../span.js";
import { normaliseWord } from "../words.js";
import type { Bracket } from "./find-brackets.js";

/** A word with bracketed letters: `norm` with them, `bare` without. */
export interface PartWord extends Span {
  readonly norm: string;
  readonly bare: string;
}

const INNER = /[\p{L}\p{M}'’]/u;
const APOSTROPHE = /['’]/;

/** The words that the `part` brackets belong to: "[t]he", "refugee[s]". Offsets index `raw`. */
export function partWords(raw: string, brackets: readonly Bracket[]): readonly PartWord[] {
  const words: PartWord[] = [];
  for (const bracket of brackets) {
    if (bracket.kind !== "part") continue;
    let { start, end } = bracket;
    const floor = words.at(-1)?.end ?? 0;
    while (start > floor && INNER.test(raw.charAt(start - 1))) start -= 1;
    while (end < raw.length && INNER.test(raw.charAt(end))) end += 1;
    // At a word's edge an apostrophe is a quotation mark, as it is for every other word: "[A]nd' (".
    while (start < bracket.start && APOSTROPHE.test(raw.charAt(start))) start += 1;
    while (end > bracket.end && APOSTROPHE.test(raw.charAt(end - 1))) end -= 1;
    if (bracket.start < floor) continue;
    const left = raw.slice(start, bracket.start);
    const right = raw.slice(bracket.end, end);
    const norm = normaliseWord(left + raw.slice(bracket.start + 1, bracket.end - 1) + right);
    words.push({ start, end, norm, bare: normaliseWord(left + right) });
  }
  return words;
}
