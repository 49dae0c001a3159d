import { seededRandom } from "./seeded-random.js";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Enough that the ends of an interval move by less than a tenth of its width between seeds. */
export const RESAMPLES = 1000;
/** The day of the letter. */
export const BOOTSTRAP_SEED = 19610418;

/**
 * The percentile bootstrap interval (Efron 1979) of a statistic, 95 % unless told: items are drawn with replacement as
 * many times as there are items. Resamples on which the statistic is not defined (NaN) are left out. Where `items`
 * are pairs and the statistic is a difference, this is the paired bootstrap.
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  statistic: (sample: readonly T[]) => number,
  { resamples = RESAMPLES, seed = BOOTSTRAP_SEED, level = 0.95 } = {},
): Interval {
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let i = 0; i < resamples && items.length > 0; i += 1) {
    const sample = new Array<T>(items.length);
    for (let k = 0; k < items.length; k += 1) sample[k] = items[Math.floor(random() * items.length)] as T;
    const value = statistic(sample);
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  return { low: quantile(values, (1 - level) / 2), high: quantile(values, (1 + level) / 2) };
}

/** By linear interpolation between order statistics (Hyndman & Fan's type 7). NaN for none. */
function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return NaN;
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] as number;
  const high = sorted[Math.ceil(place)] as number;
  return low + (high - low) * (place - Math.floor(place));
}
