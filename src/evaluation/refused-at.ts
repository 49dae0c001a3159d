/**
 * The share of unanswerable questions that is refused by the highest threshold at which at least `answered` of the
 * answerable ones are still answered (a score equal to the threshold is answered). NaN where a group is empty.
 */
export function refusedAt(
  answerable: readonly number[],
  unanswerable: readonly number[],
  answered: number,
): number {
  if (answerable.length === 0 || unanswerable.length === 0) return NaN;
  const sorted = Float64Array.from(answerable).sort().reverse();
  // The last of those that must be answered; the small number keeps 0.9 × 10 from becoming 10.
  const threshold = sorted[Math.max(0, Math.ceil(answered * sorted.length - 1e-9) - 1)] as number;
  return unanswerable.filter((score) => score < threshold).length / unanswerable.length;
}
