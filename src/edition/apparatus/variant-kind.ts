import { wordsOf } from "../words.js";
import { spellingKey } from "./spelling-key.js";

/**
 * Greg's division: accidentals affect the presentation (spelling, case, punctuation, word division, accents),
 * substantives the sense.
 */
type VariantKind = "accidental" | "substantive";

/** Signs that are read out as words, so that they are no mere punctuation. */
const SPOKEN = /[\p{S}%‰@#*§]/u;
/** Signs of these kinds are only forms of punctuation: quotes and accents written apart. */
const TYPOGRAPHIC = /[`´^¨¸|]/u;

/**
 * Accidental, where both say the same words: letters, numbers, apostrophes within words ("its" and "it's"
 * are two words) and spoken signs ("$", "%") agree, whatever their case, division and, in English, spelling.
 */
export function variantKind(lemma: string, reading: string, language: string): VariantKind {
  if (lemma === reading) return "accidental";
  return wordKey(lemma, language) === wordKey(reading, language) ? "accidental" : "substantive";
}

function wordKey(text: string, language: string): string {
  const english = /^en\b/i.test(language);
  let key = "";
  let at = 0;
  for (const word of wordsOf(text)) {
    key += spoken(text.slice(at, word.start), word.norm);
    key += (english ? spellingKey(word.norm) : word.norm).replace(/-/g, "");
    // Numbers that are written apart are two numbers: "1 000" is not told from "10 00".
    if (/\p{N}$/u.test(word.norm) && /^\s*\p{N}/u.test(text.slice(word.end))) key += " ";
    at = word.end;
  }
  return key + spoken(text.slice(at), "");
}

/** What is read out of the signs before a word; a hyphen directly before a number is its minus. */
function spoken(signs: string, word: string): string {
  let key = "";
  for (const sign of signs) {
    if (sign === "&") key += "and";
    else if (SPOKEN.test(sign) && !TYPOGRAPHIC.test(sign)) key += sign;
  }
  return /^\p{N}/u.test(word) && /(?:^|\s)[-\u2212]$/u.test(signs) && !key.endsWith("\u2212")
    ? `${key}\u2212`
    : key;
}
