/** Where an item may go: rows `low` to `high`, both included, and how much speaks for it. */
export interface Place {
  readonly low: number;
  readonly high: number;
  readonly weight: number;
}

/** A place with the chain of places that ends in it. */
interface Link extends Place {
  readonly item: number;
  readonly total: number;
  readonly before: Link | undefined;
}

/**
 * Gives items, which are in order, one of their places each, or none, such that none goes before the place of an
 * earlier item and the weights add up to the most. Equal ones are decided as a longest increasing subsequence by
 * patience sorting is, so that the same passages count as moved as in the apparatus. O(n log n) in the places.
 */
export function heaviestChain(items: readonly (readonly Place[])[]): ReadonlyMap<number, Place> {
  const size = items.flat().reduce((most, { high }) => Math.max(most, high + 1), 0);
  // A Fenwick tree over `high`: the best chain that ends at or before it.
  const tree: (Link | undefined)[] = Array<undefined>(size + 1).fill(undefined);
  const bestUpTo = (row: number): Link | undefined => {
    let best: Link | undefined;
    for (let at = row + 1; at > 0; at -= at & -at) best = better(best, tree[at]);
    return best;
  };
  items.forEach((places, item) => {
    const links = places.map((place): Link => {
      const before = bestUpTo(place.low);
      return { ...place, item, before, total: place.weight + (before?.total ?? 0) };
    });
    for (const link of links)
      for (let at = link.high + 1; at <= size; at += at & -at) tree[at] = better(tree[at], link);
  });
  const chosen = new Map<number, Place>();
  for (let link = bestUpTo(size - 1); link; link = link.before) chosen.set(link.item, link);
  return chosen;
}

function better(one: Link | undefined, other: Link | undefined): Link | undefined {
  if (!one || !other) return one ?? other;
  if (one.total !== other.total) return one.total > other.total ? one : other;
  if (one.high !== other.high) return one.high < other.high ? one : other;
  return one.item > other.item ? one : other;
}
