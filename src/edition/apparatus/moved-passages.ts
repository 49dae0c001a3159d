import type { Passage } from "../passage.js";

/**
 * The passages that a witness has in another order than the base: all but a longest run that keeps the
 * base's order, so that the fewest passages count as moved. By path; the value is the path of the passage
 * after which each stands in the witness, undefined at its head.
 */
export function movedPassages(
  base: readonly Passage[],
  other: readonly Passage[],
): ReadonlyMap<string, string | undefined> {
  const rank = new Map(base.map(({ path }, at) => [path, at]));
  const shared = other.filter(({ path }) => rank.has(path));
  const kept = longestIncreasing(shared.map(({ path }) => rank.get(path) as number));
  const moved = new Map<string, string | undefined>();
  shared.forEach(({ path }, at) => {
    if (!kept.has(at)) moved.set(path, other[other.findIndex((passage) => passage.path === path) - 1]?.path);
  });
  return moved;
}

/** Indexes of a longest increasing subsequence (patience sorting; Fredman 1975). */
function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = tails[low - 1];
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return kept;
}
