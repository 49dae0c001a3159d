import { placeIndex } from "../../edition/place-index.js";
import type { Work } from "../../edition/work.js";
import { mendSlips } from "./mend-slips.js";
import type { Move } from "./move.js";
import { MOVE_PATTERNS } from "./move-patterns.js";
import { plainWords, withoutPoliteness } from "./plain-words.js";
import { readEdition } from "./read-edition.js";
import { readReference } from "./read-reference.js";
import { readUnknownEdition } from "./read-unknown-edition.js";

/** Nothing longer is a move; and no pattern need look at it. */
const LONGEST_MOVE = 120;

/**
 * The move by place that somebody asks for, or undefined: then it is a question. As it was said first, then
 * without politeness, then with slips of the finger put right.
 * @param within the path last shown, and the work it is of (the only one unless given).
 */
export function readMove(
  said: string,
  works: readonly Work[],
  within?: string,
  work?: string,
): Move | undefined {
  if (said.length > LONGEST_MOVE) return undefined;
  if (said.trim() === "?") return { kind: "help" };
  const plain = plainWords(said);
  if (plain === "") return undefined;
  const own = works.find(({ id }) => id === work) ?? (works.length === 1 ? works[0] : undefined);
  const whereabouts = {
    levels: own?.levels,
    path: within,
    hasDivision: (name: string): boolean =>
      works.some(({ witnesses }) => placeIndex(witnesses[0].passages).byDivision.has(name.toLowerCase())),
  };
  const readings = new Set([plain, mendSlips(plain)].flatMap(withoutPoliteness));
  for (const words of readings) {
    const reference = readReference(words, whereabouts);
    if (reference !== undefined) return { kind: "read", reference };
    const edition = readEdition(words, works);
    if (edition) return edition;
    for (const { pattern, move } of MOVE_PATTERNS) {
      const match = pattern.exec(words);
      if (match) return move(match);
    }
  }
  const unknown = readUnknownEdition(said, works);
  return unknown === undefined ? undefined : { kind: "edition", unknown };
}
