/** Shared words, counted with their repetitions, as a share of all words of both texts: 0 … 1 (Dice). */
export function likeness(left: readonly string[], right: readonly string[]): number {
  const total = left.length + right.length;
  if (total === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) {
      counts.set(word, count - 1);
      shared += 1;
    }
  }
  return (2 * shared) / total;
}

/** The most that two texts of these lengths can be alike. */
export function mostLikeness(leftLength: number, rightLength: number): number {
  const total = leftLength + rightLength;
  return total === 0 ? 0 : (2 * Math.min(leftLength, rightLength)) / total;
}
