import type { Change } from "./diff-tokens.js";
import type { Token } from "./token.js";

/** Words that changed places farther apart than this are two variants (tokens of the base in between). */
const NEAR = 12;
/** How many changes in a row may make one transposition. */
const MOST_JOINED = 3;

/**
 * Joins neighbouring changes that, taken together, have the same words on both sides in another order:
 * "night and day" / "day and night" is one transposition, and neither two substitutions nor an omission
 * and an addition.
 */
export function joinTransposed(
  changes: readonly Change[],
  base: readonly Token[],
  other: readonly Token[],
): readonly Change[] {
  const joined: Change[] = [];
  for (let at = 0; at < changes.length;) {
    const run = transposedRun(changes, at, base, other);
    const [first, last] = [changes[at] as Change, changes[at + run - 1] as Change];
    joined.push(
      run === 1 ? first : { base: [first.base[0], last.base[1]], other: [first.other[0], last.other[1]] },
    );
    at += run;
  }
  return joined;
}

/** Whether both runs of tokens hold the same words, in an order of their own. */
export function isTransposed(base: readonly Token[], other: readonly Token[]): boolean {
  const [left, right] = [wordsIn(base), wordsIn(other)];
  if (left.length < 2 || left.length !== right.length || left.every((word, at) => word === right[at]))
    return false;
  const sorted = right.slice().sort();
  return left
    .slice()
    .sort()
    .every((word, at) => word === sorted[at]);
}

function transposedRun(
  changes: readonly Change[],
  at: number,
  base: readonly Token[],
  other: readonly Token[],
): number {
  const first = changes[at] as Change;
  for (let run = 2; run <= MOST_JOINED && at + run <= changes.length && !first.whole; run += 1) {
    const [before, last] = [changes[at + run - 2] as Change, changes[at + run - 1] as Change];
    if (last.whole || last.base[0] - before.base[1] > NEAR) break;
    if (isTransposed(base.slice(first.base[0], last.base[1]), other.slice(first.other[0], last.other[1])))
      return run;
  }
  return 1;
}

function wordsIn(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(({ isWord }) => isWord).map(({ norm }) => norm);
}
