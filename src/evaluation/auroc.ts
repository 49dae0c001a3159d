/**
 * Area under the receiver operating characteristic: the probability that a score drawn from `positives` is above
 * one drawn from `negatives`, ties counting half (Mann & Whitney 1947; Hanley & McNeil 1982). NaN where a group is
 * empty.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return NaN;
  const low = Float64Array.from(negatives).sort();
  let wins = 0;
  let ties = 0;
  const high = Float64Array.from(positives).sort();
  let below = 0;
  let upTo = 0;
  for (const score of high) {
    while (below < low.length && (low[below] as number) < score) below += 1;
    if (upTo < below) upTo = below;
    while (upTo < low.length && (low[upTo] as number) <= score) upTo += 1;
    wins += below;
    ties += upTo - below;
  }
  return (wins + ties / 2) / (positives.length * negatives.length);
}
