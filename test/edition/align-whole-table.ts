import { likeness } from "../../src/edition/likeness.js";
import type { AlignedRun } from "../../src/edition/align-sequences.js";

/** Two texts with less of their words in common than this share are not the same passage. */
const LEAST_SIMILARITY = 0.5;
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

/** The oracle of `alignSequences`: the same dynamic programme over the whole table. */
export function alignWholeTable(
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
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const move = new Int8Array((rows + 1) * width).fill(-1);
  for (let i = rows; i >= 0; i -= 1) {
    for (let j = columns; j >= 0; j -= 1) {
      const at = i * width + j;
      // Leaving a unit of either side without a partner earns nothing.
      if (i < rows) take(at, best[at + width] as number, 10);
      if (j < columns) take(at, best[at + 1] as number, 11);
      STEPS.forEach(([di, dj], step) => {
        if (i + di > rows || j + dj > columns || (!joins && step > 0)) return;
        const bare = dice(left, head + i, di, right, head + j, dj);
        const loose = [0, 1].some(
          (skip) =>
            (di > 1 && dice(left, head + i + skip, di - 1, right, head + j, dj) >= bare) ||
            (dj > 1 && dice(left, head + i, di, right, head + j + skip, dj - 1) >= bare),
        );
        const similarity = bare - JOIN_PENALTY * (di + dj - 2);
        if (similarity >= LEAST_SIMILARITY && !loose)
          take(at, similarity * (di + dj) + (best[at + di * width + dj] as number), step);
      });
    }
  }
  function take(at: number, value: number, step: number): void {
    if (move[at] !== -1 && value <= (best[at] as number)) return;
    best[at] = value;
    move[at] = step;
  }

  const runs: AlignedRun[] = [];
  for (let i = 0, j = 0; i < rows || j < columns;) {
    const step = move[i * width + j] as number;
    const [di, dj] = step === 10 ? [1, 0] : step === 11 ? [0, 1] : (STEPS[step] as readonly [number, number]);
    runs.push({ left: [head + i, head + i + di], right: [head + j, head + j + dj] });
    i += di;
    j += dj;
  }
  return runs;
}

function dice(
  left: readonly (readonly string[])[],
  i: number,
  di: number,
  right: readonly (readonly string[])[],
  j: number,
  dj: number,
): number {
  return likeness(left.slice(i, i + di).flat(), right.slice(j, j + dj).flat());
}
