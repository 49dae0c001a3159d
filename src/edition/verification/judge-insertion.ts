import { FUNCTION_WORDS } from "./function-words.js";
import { differInNegation, isDenying, isNegator } from "./negation.js";
import { isNumber } from "./number-words.js";

/** Words of grammar that one bracketed insertion may take the place of. */
const MOST_REPLACED = 3;
/** Prepositions and conjunctions. */
const BINDING = /^(?:of|to|in|on|at|by|for|from|with|and|or|but|than|as)$/;
/** Letters that two forms of a word share at least, and letters that their endings have at most. */
const SHARED_STEM = 4;
const LONGEST_ENDING = 3;

/**
 * Whether an editor's bracketed words `inserted`, which stand where the source has `replaced` (nothing, for a
 * mere addition), leave the sense as it is: no negation comes or goes, no number goes, and what is replaced is
 * a word of grammar that binds no others ("[Cuban] patriots" for "their patriots") or another form of the same word.
 */
export function isHonestInsertion(inserted: readonly string[], replaced: readonly string[]): boolean {
  if (differInNegation(replaced, inserted)) return false;
  if (inserted.some((word, at) => isNegator(word, inserted[at + 1]) || isDenying(word))) return false;
  if (replaced.some(isNumber)) return false;
  // "fled [to] Cuba" for "from Cuba", "war [or] peace" for "and": what binds words together turns the sense.
  if (replaced.some((word) => BINDING.test(word) && !inserted.includes(word))) return false;
  if (replaced.length <= MOST_REPLACED && replaced.every((word) => FUNCTION_WORDS.has(word))) return true;
  const [one = "", other = ""] = [inserted[0], replaced[0]];
  return inserted.length === 1 && replaced.length === 1 && sameStem(one, other);
}

/** Whether two words differ in their endings only: "intended" and "intends". */
export function sameStem(left: string, right: string): boolean {
  let shared = 0;
  while (shared < left.length && left.charAt(shared) === right.charAt(shared)) shared += 1;
  return shared >= SHARED_STEM && Math.max(left.length, right.length) - shared <= LONGEST_ENDING;
}
