import { diffArrays } from "diff";
import type { Token } from "./token.js";

/** A stretch `[from, to)` of the base's tokens that reads otherwise in a witness; one side may be empty. */
export interface Change {
  readonly base: readonly [number, number];
  readonly other: readonly [number, number];
  /** Whole sentences that one side has and the other has not, here at least. */
  readonly whole?: true;
}

/** Past this many edits two sentences are no variants of each other, and the whole is one change. */
const MOST_EDITS = 4000;

/**
 * The changes between two runs of tokens, in order, after Myers (1986): tokens are paired by their
 * normalised form, so that a change of case hides no word; pairs whose forms differ are changes, too.
 * Indexes count from `baseFrom` and `otherFrom`.
 */
export function diffTokens(
  base: readonly Token[],
  other: readonly Token[],
  baseFrom = 0,
  otherFrom = 0,
): readonly Change[] {
  const parts = diffArrays(
    base.map(({ norm }) => norm),
    other.map(({ norm }) => norm),
    { maxEditLength: MOST_EDITS },
  );
  if (!parts)
    return [{ base: [baseFrom, baseFrom + base.length], other: [otherFrom, otherFrom + other.length] }];

  const changes: Change[] = [];
  let [i, j] = [0, 0];
  let open: [number, number] | undefined;
  const close = (): void => {
    if (open)
      changes.push({ base: [baseFrom + open[0], baseFrom + i], other: [otherFrom + open[1], otherFrom + j] });
    open = undefined;
  };
  for (const { value, added, removed } of parts) {
    if (added || removed) {
      open ??= [i, j];
      if (removed) i += value.length;
      else j += value.length;
      continue;
    }
    close();
    for (let k = 0; k < value.length; k += 1, i += 1, j += 1) {
      if (base[i]?.form === other[j]?.form) continue;
      changes.push({ base: [baseFrom + i, baseFrom + i + 1], other: [otherFrom + j, otherFrom + j + 1] });
    }
  }
  close();
  return changes;
}
