import type { Span } from "../span.js";
import { normaliseWord, wordsOf } from "../words.js";
import { JOINT, type Joint, jointOf } from "./joint.js";

/** A word, a part of a hyphenated word, or a sign that is read as a word ("%", "£", "&"). */
export interface Token extends Span {
  readonly norm: string;
  /** How it hangs together with the token before it. */
  readonly joint: Joint;
}

/** Signs that are read aloud and change the sense where they are dropped. */
const SPOKEN_SIGN = /[%‰°&§\p{Sc}％＆]/gu;
/** Signs that typists use for an apostrophe, mapped one to one so that offsets hold. */
const APOSTROPHES = /(?<=\p{L})[´`′‛＇ʹ](?=\p{L})/gu;
/** Invisible signs at a word's edge ("\uFEFF100,000"), which would otherwise be part of it. */
const EDGE_INVISIBLE =
  /(?<![\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF])[\u00AD\u200B-\u200D\u2060\uFEFF]+/gu;
const HYPHEN = /[-\u2010\u2011]/g;

/**
 * The tokens of `text`, with UTF-16 offsets into it. Words are those of `wordsOf`, split at their hyphens
 * (the hyphen is kept as the joint), so that "cease-fire", "cease–fire" and "cease fire" can be told apart
 * without being unrelated words.
 */
export function tokensOf(text: string): readonly Token[] {
  const readable = makeReadable(text);
  const tokens: Token[] = [];
  let end = 0;
  const push = (norm: string, from: number, to: number): void => {
    const before = tokens.at(-1);
    const joint = before ? jointOf(readable.slice(end, from), before.norm, norm) : JOINT.apart;
    tokens.push({ norm, start: from, end: to, joint });
    end = to;
  };
  const signs = (from: number, to: number): void => {
    if (to - from < 1 || (to - from === 1 && readable.charCodeAt(from) === 32)) return;
    for (const match of readable.slice(from, to).matchAll(SPOKEN_SIGN)) {
      push(match[0].normalize("NFKC"), from + match.index, from + match.index + match[0].length);
    }
  };
  let last = 0;
  for (const word of wordsOf(readable)) {
    signs(last, word.start);
    last = word.end;
    if (!word.norm.includes("-")) push(plainNumber(word.norm), word.start, word.end);
    else {
      const raw = readable.slice(word.start, word.end);
      let from = 0;
      for (const match of [...raw.matchAll(HYPHEN), undefined]) {
        const to = match?.index ?? raw.length;
        const norm = normaliseWord(raw.slice(from, to));
        if (norm !== "") push(plainNumber(norm), word.start + from, word.start + to);
        from = to + 1;
      }
    }
  }
  signs(last, readable.length);
  return tokens;
}

/** "100'000" is "100000". */
function plainNumber(norm: string): string {
  return norm.includes("'") && /^\d{1,3}(?:'\d{3})+$/.test(norm) ? norm.replaceAll("'", "") : norm;
}

/** `text` at its own length, with signs that stand for an apostrophe, or for nothing, put plainly. */
function makeReadable(text: string): string {
  const plain = /[´`′‛＇ʹ]/.test(text) ? text.replace(APOSTROPHES, "'") : text;
  if (!/[\u00AD\u200B-\u200D\u2060\uFEFF]/.test(plain)) return plain;
  return plain.replace(EDGE_INVISIBLE, (found) => " ".repeat(found.length));
}
