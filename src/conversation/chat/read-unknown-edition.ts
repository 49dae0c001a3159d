import { stemsOf } from "../../retrieval/terms.js";
import type { Work } from "../../edition/work.js";
import { plainWords } from "./plain-words.js";

const ASKED =
  /^(?:and )?(?:(?:how|what) (?:does|do|is|about) )?(?:in |from |by )?(?:the )?(\p{L}[\p{L}\p{N}-]*)(?:'s)? (?:edition|version)(?: (?:put|say|read|have)s?(?: (?:it|that|this))?)?$/u;
const IN = /^(?:and )?in (\p{L}[\p{L}\p{N}-]*)$/u;
/** Letters at the end of a word that an inflection may change, and the fewest that are left to look for. */
const ENDING = 2;
const LEAST_LETTERS = 3;

/**
 * The name of an edition that is asked for but not loaded: "the nope edition"; or "in nope?", where nothing in any
 * edition is called so either and it is written as no name is.
 * @param said what names no edition that is loaded.
 */
export function readUnknownEdition(said: string, works: readonly Work[]): string | undefined {
  const plain = plainWords(said);
  const named = ASKED.exec(plain)?.[1];
  if (named !== undefined) return stemsOf(named).length > 0 ? named : undefined;
  const word = IN.exec(plain)?.[1];
  // "In Germany?" asks on about a place.
  if (word === undefined || stemsOf(word).length === 0 || !said.includes(word)) return undefined;
  const start = word.slice(0, Math.max(LEAST_LETTERS, word.length - ENDING));
  const stands = works.some(({ witnesses }) =>
    witnesses.some(({ text }) => text.toLowerCase().includes(start)),
  );
  return stands ? undefined : word;
}
