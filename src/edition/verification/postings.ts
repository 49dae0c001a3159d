/** An inverted list in two columns: the positions of key `k` are `positions[heads[k]..heads[k + 1])`, ascending. */
export interface Postings {
  readonly heads: Int32Array;
  readonly positions: Int32Array;
}

/** Sorts the positions 0..`count` by `keyOf` them, by counting: two passes, no comparison. */
export function buildPostings(count: number, keys: number, keyOf: (position: number) => number): Postings {
  const size = Math.max(0, count);
  const heads = new Int32Array(keys + 1);
  for (let t = 0; t < size; t += 1) heads[keyOf(t) + 1] = (heads[keyOf(t) + 1] as number) + 1;
  for (let k = 0; k < keys; k += 1) heads[k + 1] = (heads[k + 1] as number) + (heads[k] as number);
  const next = heads.slice();
  const positions = new Int32Array(size);
  for (let t = 0; t < size; t += 1) {
    const key = keyOf(t);
    const at = next[key] as number;
    positions[at] = t;
    next[key] = at + 1;
  }
  return { heads, positions };
}

/** The positions of `key`, without a copy. */
export function postingsOf({ heads, positions }: Postings, key: number): Int32Array {
  return positions.subarray(heads[key], heads[key + 1]);
}

/** How many positions `key` has. */
export function countOf({ heads }: Postings, key: number): number {
  return (heads[key + 1] as number) - (heads[key] as number);
}

/** The bucket of the three ids from `at`; `buckets` is a power of two. Collisions are for the reader to check. */
export function trigramKey(buckets: number, ids: ArrayLike<number>, at: number): number {
  let hash = Math.imul((ids[at] as number) ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + (ids[at + 1] as number), 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 15)) + (ids[at + 2] as number), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) & (buckets - 1);
}
