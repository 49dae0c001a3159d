import { wordsOf } from "../edition/words.js";
import type { Place } from "./find-topic.js";
import type { Lexicon } from "./searcher.js";
import type { Topic } from "./topic-of.js";
import type { Unit } from "./unit.js";

/**
 * Where somebody is addressed whom the author's words do not name: the openers of works that are written to him, else
 * the lines that say to whom they are. Empty where the topic is anything but an addressee's name.
 */
export function addressedAt(
  { things: [{ norms, isCorrespondent }] }: Topic,
  { units }: Pick<Lexicon, "units">,
  allowed: (unit: Unit) => boolean,
): readonly Place[] {
  if (!isCorrespondent) return [];
  const parts = [...units.keys()].filter((at) => {
    const unit = units[at] as Unit;
    const name = new Set(wordsOf(unit.work.addressee ?? "").map(({ norm }) => norm));
    return allowed(unit) && norms.some((norm) => name.has(norm));
  });
  for (const kind of ["opener", "addressee"] as const) {
    const found = parts.filter((at) => units[at]?.passage.kind === kind);
    if (found.length > 0) return found.map((unit) => ({ unit, sentence: 0 }));
  }
  return [];
}
