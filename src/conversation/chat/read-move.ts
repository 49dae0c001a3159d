import type { Work } from "../../edition/work.js";
import { mendSlips } from "./mend-slips.js";
import type { Move } from "./move.js";
import { MOVE_PATTERNS } from "./move-patterns.js";
import { plainWords, withoutPoliteness } from "./plain-words.js";
import { readEdition } from "./read-edition.js";
import { readReference } from "./read-reference.js";

/** Nothing longer is a move; and no pattern need look at it. */
const LONGEST_MOVE = 120;

/**
 * The move by place that somebody asks for, or undefined: then it is a question. As it was said first, then
 * without politeness, then with slips of the finger put right.
 * @param within the paragraph last shown.
 */
export function readMove(said: string, works: readonly Work[], within?: string): Move | undefined {
  if (said.length > LONGEST_MOVE) return undefined;
  if (said.trim() === "?") return { kind: "help" };
  const plain = plainWords(said);
  if (plain === "") return undefined;
  const readings = new Set([plain, mendSlips(plain)].flatMap(withoutPoliteness));
  for (const words of readings) {
    const reference = readReference(words, within);
    if (reference !== undefined) return { kind: "read", reference };
    const edition = readEdition(words, works);
    if (edition) return edition;
    for (const { pattern, move } of MOVE_PATTERNS) {
      const match = pattern.exec(words);
      if (match) return move(match);
    }
  }
  return undefined;
}
