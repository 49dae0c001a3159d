import { stemmer } from "stemmer";
import { wordsOf } from "../edition/words.js";

/**
 * Words that tell no passage from another: articles, pronouns, prepositions, conjunctions, auxiliaries and
 * question words of English (a closed class, written down by hand).
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  "a an the of to in on at by for from with without and or but nor not no is are was were be been being am do does did doing done have has had having it its this that these those there here he she they them their theirs his her hers him i me my mine we us our ours you your yours who whom whose which what when where why how as if than then so such can could will would shall should may might must about into over under between out up down off only own same s t just also any some".split(
    " ",
  ),
);

/** The stems (Porter) of the words of `text` that carry content, in order; a hyphenated word also by its parts. */
export function termsOf(text: string): readonly string[] {
  return wordsOf(text).flatMap(({ norm }) => stemsOf(norm));
}

/** The stems of one normalised word; none for a stop word. */
export function stemsOf(norm: string): readonly string[] {
  let stems = known.get(norm);
  if (!stems) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(norm, (stems = stem(norm)));
  }
  return stems;
}

/** Words come again and again; a language has fewer common ones than this. */
const MOST_KNOWN = 100_000;
const known = new Map<string, readonly string[]>();

function stem(norm: string): readonly string[] {
  const bare = norm.replace(/'s$/, "").replace(/'/g, "");
  const parts = bare.includes("-") ? [bare.replace(/-/g, ""), ...bare.split("-")] : [bare];
  return parts.filter((part) => part !== "" && !STOP_WORDS.has(part)).map((part) => stemmer(part));
}
