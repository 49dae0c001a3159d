import { corridorOf } from "./alignment-corridor.js";
import { likeness, mostLikeness } from "./likeness.js";

/** A pair of runs that say the same: `[from, to)` of the left and of the right sequence; one may be empty. */
export interface AlignedRun {
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
}

/** Two texts with less of their words in common than this share are not the same passage. */
export const LEAST_SIMILARITY = 0.5;
/** Cost in similarity of joining two units into one, so that 1 : 1 wins where both serve. */
const JOIN_PENALTY = 0.05;

/** Runs tried at each step, as [units of the left, units of the right]. */
const STEPS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const;
const SKIP_LEFT = 10;
const SKIP_RIGHT = 11;

/**
 * Aligns two sequences of units (paragraphs or sentences, each a list of words) in order, by dynamic
 * programming over the Dice similarity of their words; units may be split or joined up to three to one.
 * Equal units at both ends are paired beforehand, and of long sequences only the corridor in which they meet
 * is looked at, so that near-identical witnesses cost little.
 * After Gale & Church (1993), with words in the place of lengths.
 */
export function alignSequences(
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[],
  joins = true,
): readonly AlignedRun[] {
  const same = (i: number, j: number): boolean => left[i]?.join(" ") === right[j]?.join(" ");
  let head = 0;
  while (head < left.length && head < right.length && same(head, head)) head += 1;
  let tail = 0;
  while (
    tail < left.length - head &&
    tail < right.length - head &&
    same(left.length - 1 - tail, right.length - 1 - tail)
  )
    tail += 1;

  const runs: AlignedRun[] = [];
  for (let i = 0; i < head; i += 1) runs.push({ left: [i, i + 1], right: [i, i + 1] });
  runs.push(...alignMiddle(left, right, head, left.length - tail, right.length - tail, joins));
  for (let i = tail; i > 0; i -= 1) {
    const [l, r] = [left.length - i, right.length - i];
    runs.push({ left: [l, l + 1], right: [r, r + 1] });
  }
  return runs;
}

function alignMiddle(
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[],
  head: number,
  leftEnd: number,
  rightEnd: number,
  joins: boolean,
): readonly AlignedRun[] {
  const rows = leftEnd - head;
  const columns = rightEnd - head;
  const { from, to } = corridorOf(left.slice(head, leftEnd), right.slice(head, rightEnd));
  const cells = Array.from(from, (first, row) => {
    const width = (to[row] as number) - first + 1;
    return { best: new Float64Array(width).fill(-Infinity), move: new Int8Array(width).fill(-1) };
  });
  const bestAt = (row: number, column: number): number =>
    column < (from[row] as number) || column > (to[row] as number)
      ? -Infinity
      : (cells[row]?.best[column - (from[row] as number)] as number);

  for (let i = rows; i >= 0; i -= 1) {
    const { best, move } = cells[i] as (typeof cells)[number];
    for (let j = to[i] as number; j >= (from[i] as number); j -= 1) {
      const at = j - (from[i] as number);
      const take = (value: number, step: number): void => {
        if (value <= (best[at] as number)) return;
        best[at] = value;
        move[at] = step;
      };
      if (i === rows && j === columns) best[at] = 0;
      // Leaving a unit of either side without a partner earns nothing.
      if (i < rows) take(bestAt(i + 1, j), SKIP_LEFT);
      if (j < columns) take(bestAt(i, j + 1), SKIP_RIGHT);
      STEPS.forEach(([di, dj], step) => {
        if (i + di > rows || j + dj > columns || (!joins && step > 0)) return;
        const rest = bestAt(i + di, j + dj);
        if (rest === -Infinity) return;
        const [l, r] = [head + i, head + j];
        const similarity = similarityOf(left, l, di, right, r, dj);
        const worth = similarity - JOIN_PENALTY * (di + dj - 2);
        if (worth >= LEAST_SIMILARITY && !isLoose(similarity, left, l, di, right, r, dj))
          take(worth * (di + dj) + rest, step);
      });
    }
  }

  const runs: AlignedRun[] = [];
  for (let i = 0, j = 0; i < rows || j < columns;) {
    const step = cells[i]?.move[j - (from[i] as number)] as number;
    const [di, dj] =
      step === SKIP_LEFT ? [1, 0] : step === SKIP_RIGHT ? [0, 1] : (STEPS[step] as readonly [number, number]);
    runs.push({ left: [head + i, head + i + di], right: [head + j, head + j + dj] });
    i += di;
    j += dj;
  }
  return runs;
}

/** Whether a join is as like without its first or its last unit: then that unit has no part in it. */
function isLoose(
  similarity: number,
  left: readonly (readonly string[])[],
  i: number,
  di: number,
  right: readonly (readonly string[])[],
  j: number,
  dj: number,
): boolean {
  const without: number[] = [];
  if (di > 1) without.push(...[i, i + 1].map((at) => similarityOf(left, at, di - 1, right, j, dj)));
  if (dj > 1) without.push(...[j, j + 1].map((at) => similarityOf(left, i, di, right, at, dj - 1)));
  return without.some((one) => one >= similarity);
}

/** The likeness of two runs of units; 0 where their lengths alone keep it below the least. */
function similarityOf(
  left: readonly (readonly string[])[],
  i: number,
  di: number,
  right: readonly (readonly string[])[],
  j: number,
  dj: number,
): number {
  const length = (units: readonly (readonly string[])[], at: number, count: number): number => {
    let sum = 0;
    for (let k = at; k < at + count; k += 1) sum += (units[k] as readonly string[]).length;
    return sum;
  };
  if (mostLikeness(length(left, i, di), length(right, j, dj)) < LEAST_SIMILARITY) return 0;
  return likeness(left.slice(i, i + di).flat(), right.slice(j, j + dj).flat());
}
