// What a noisy machine lets one say: medians, the 95th percentile, and bootstrap intervals of ratios.

/** mulberry32: the same seed, the same numbers. @param {number} seed @returns {() => number} in [0, 1) */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @template T @param {readonly T[]} list @param {() => number} random @returns {T[]} */
export function shuffle(list, random) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** @param {readonly number[]} values @param {number} share 0 to 1 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

/** @param {readonly number[]} values */
export function summarise(values) {
  return { n: values.length, p50: percentile(values, 0.5), p95: percentile(values, 0.95) };
}

const RESAMPLES = 2_000;

/**
 * Ratio of the medians of two samples taken in the same rounds, with its 95 % bootstrap interval: whole rounds
 * are drawn, so that what disturbed a round disturbs both sides.
 * @param {readonly number[]} above @param {readonly number[]} below @param {() => number} random
 */
export function ratioOfMedians(above, below, random) {
  const ratios = [];
  for (let i = 0; i < RESAMPLES; i += 1) {
    const rounds = above.map(() => Math.floor(random() * above.length));
    ratios.push(
      percentile(
        rounds.map((at) => above[at]),
        0.5,
      ) /
        percentile(
          rounds.map((at) => below[at]),
          0.5,
        ),
    );
  }
  return {
    ratio: percentile(above, 0.5) / percentile(below, 0.5),
    low: percentile(ratios, 0.025),
    high: percentile(ratios, 0.975),
  };
}

/** Four significant digits: more would only make a committed file restless. @template T @param {T} value @returns {T} */
export function rounded(value) {
  return JSON.parse(JSON.stringify(value), (_, one) =>
    typeof one === "number" && !Number.isInteger(one) ? Number(one.toPrecision(4)) : one,
  );
}
