import { wordsOf } from "../edition/words.js";
import type { Place } from "./find-topic.js";
import { STOP_WORDS, stemsOf } from "./terms.js";
import type { Topic } from "./topic-of.js";
import type { Unit } from "./unit.js";

const DETERMINER =
  /^(?:an?|the|this|that|these|those|my|your|his|her|its|our|their|any|some|no|every|each|either|neither|another|one|which|what|whose|.+'s)$/u;

/**
 * Whether the word that names a kind ("any general") stands at its places as an adjective alone ("to general peace"):
 * in the singular, right before another word of content in lower case, and in a phrase without a determiner, which a
 * noun in the singular has to have (English).
 */
export function areOfOtherSense(
  { things }: Topic,
  places: readonly Place[],
  units: readonly Unit[],
): boolean {
  const [{ norms }, ...more] = things;
  const [kind, ...others] = norms;
  if (kind === undefined || others.length > 0 || more.length > 0 || places.length === 0) return false;
  return places.every(({ unit, sentence }) => isAdjective(kind, units[unit]?.sentences[sentence] ?? ""));
}

function isAdjective(kind: string, sentence: string): boolean {
  const [stem] = stemsOf(kind);
  const words = wordsOf(sentence);
  return words.every(({ norm, end }, at) => {
    if (stemsOf(norm)[0] !== stem) return true;
    const next = words[at + 1];
    if (norm !== kind || !next || STOP_WORDS.has(next.norm)) return false;
    if (sentence.slice(end, next.start).trim() !== "" || /\p{Lu}/u.test(sentence.charAt(next.start)))
      return false;
    for (let before = at - 1; before >= 0; before -= 1) {
      const { norm: word } = words[before] as (typeof words)[number];
      if (DETERMINER.test(word)) return false;
      if (STOP_WORDS.has(word)) return true;
    }
    return true;
  });
}
