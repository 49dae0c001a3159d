import type { Passage } from "../passage.js";
import type { Move } from "./align-editions.js";
import type { Token } from "./token.js";

/** Fewer words ("of the") are left out here and added there by chance. */
const FEWEST_WORDS = 3;

/** Tokens of a passage that one side has and the other has not. */
export interface Run {
  readonly passage: Passage;
  readonly range: readonly [number, number];
  readonly tokens: readonly Token[];
}

/** Pairs runs left out with equal runs added elsewhere, the first with the first; each is used once. */
export function findMoves(deleted: readonly Run[], inserted: readonly Run[]): readonly Move[] {
  const waiting = new Map<string, Run[]>();
  for (const run of inserted) {
    const key = keyOf(run);
    if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), run]);
  }
  return deleted.flatMap((run) => {
    const key = keyOf(run);
    const partner = key === undefined ? undefined : waiting.get(key)?.shift();
    return partner ? [{ from: run.passage, base: run.range, to: partner.passage, other: partner.range }] : [];
  });
}

function keyOf({ tokens }: Run): string | undefined {
  const words = tokens.filter(({ isWord }) => isWord).map(({ norm }) => norm);
  return words.length < FEWEST_WORDS ? undefined : words.join(" ");
}
