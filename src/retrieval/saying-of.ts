import { type Word, wordsOf } from "../edition/words.js";
import type { Place } from "./find-topic.js";
import { stemsOf } from "./terms.js";
import type { Topic } from "./topic-of.js";
import type { Unit } from "./unit.js";

/**
 * The sentences of text and notes among the places of a topic: the author's before an editor's, the best met first.
 * @param ranked sentences as they meet the question, best first.
 */
export function sayingOf(
  { things }: Topic,
  places: readonly Place[],
  ranked: readonly Place[],
  units: readonly Unit[],
): readonly Place[] {
  const rank = ({ unit, sentence }: Place): number => {
    const at = ranked.findIndex((one) => one.unit === unit && one.sentence === sentence);
    return at === -1 ? Infinity : at;
  };
  // Stems are wide ("universal" has that of "universities"): here the word has to be the same.
  const mentions = ({ unit, sentence }: Place): boolean => {
    const words = wordsOf(units[unit]?.sentences[sentence] ?? "");
    return things.some(({ norms }) => norms.every((norm) => isInflected(norm, words)));
  };
  return (["text", "note"] as const).flatMap((layer) =>
    places
      .filter((place) => units[place.unit]?.passage.layer === layer && mentions(place))
      .map((place) => ({ place, at: rank(place) }))
      .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
      .map(({ place }) => place),
  );
}

/** Whether none of the words has the stem of `norm`, but for its inflections: same but for a short ending. */
function isInflected(norm: string, words: readonly Word[]): boolean {
  const [stem] = stemsOf(norm);
  // The initials "US" have none.
  if (stem === undefined) return true;
  const alike = words.filter((word) => stemsOf(word.norm)[0] === stem);
  return alike.length === 0 || alike.some((word) => differInEnding(norm, word.norm.replace(/'s$/, "")));
}

/** "liberty" and "liberties", not "universal" and "universities". */
function differInEnding(one: string, other: string): boolean {
  let shared = 0;
  while (shared < one.length && one.charAt(shared) === other.charAt(shared)) shared += 1;
  const [short, long] = [one.length, other.length].sort((a, b) => a - b) as [number, number];
  return short - shared <= 1 && long - shared <= 3;
}
