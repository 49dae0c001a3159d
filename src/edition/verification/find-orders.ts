import type { Cluster } from "./describe-words.js";
import type { Pair, Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";

/** With more differences than this nobody moved a phrase: the text was written anew. */
const MOST_CLUSTERS = 40;

/**
 * Transpositions among the differences: a cluster, or two, whose words of the quotation are those of the
 * source in another order ("hope urgent", "past, future and present"). No diff finds them by itself.
 */
export function findOrders(
  index: QuotationIndex,
  query: Query,
  clusters: readonly Cluster[],
  pairs: readonly Pair[],
): { readonly orders: readonly Cluster[]; readonly rest: readonly Cluster[] } {
  const orders: Cluster[] = [];
  const used = new Set<Cluster>();
  const expected = (cluster: Cluster): readonly number[] => [...index.ids.subarray(...cluster.source)];
  const found = (cluster: Cluster): readonly number[] => [...query.ids.subarray(...cluster.quoted)];
  if (clusters.length <= MOST_CLUSTERS) {
    for (const [at, left] of clusters.entries()) {
      for (const right of clusters.slice(at)) {
        if (used.has(left) || used.has(right)) continue;
        const both = left === right ? [left] : [left, right];
        const wanted = both.flatMap(expected);
        if (wanted.length === 0 || !sameMembers(wanted, both.flatMap(found))) continue;
        for (const cluster of both) used.add(cluster);
        orders.push({ quoted: [left.quoted[0], right.quoted[1]], source: [left.source[0], right.source[1]] });
      }
    }
  }
  for (const cluster of clusters) {
    if (used.has(cluster) || cluster.source[1] > cluster.source[0]) continue;
    const moved = movedFromEdge(index, query, cluster, pairs);
    if (!moved) continue;
    used.add(cluster);
    orders.push(moved);
  }
  return { orders, rest: clusters.filter((cluster) => !used.has(cluster)) };
}

/** Words put in that are the source's just before the first, or after the last, word in common. */
function movedFromEdge(
  index: QuotationIndex,
  query: Query,
  { quoted }: Cluster,
  pairs: readonly Pair[],
): Cluster | undefined {
  const [first, last] = [pairs[0], pairs.at(-1)];
  const length = quoted[1] - quoted[0];
  if (!first || !last || quoted[0] <= first[0] || quoted[1] > last[0]) return undefined;
  const stands = (from: number): boolean =>
    from > 0 && [...query.ids.subarray(...quoted)].every((id, k) => id > 0 && id === index.ids[from + k]);
  const upTo = pairs.find(([q]) => q === quoted[1]);
  if (upTo && stands(first[1] - length))
    return { quoted: [first[0], quoted[1]], source: [first[1] - length, upTo[1]] };
  const since = pairs.find(([q]) => q === quoted[0] - 1);
  if (since && stands(last[1] + 1))
    return { quoted: [quoted[0], last[0] + 1], source: [since[1] + 1, last[1] + 1 + length] };
  return undefined;
}

function sameMembers(left: readonly number[], right: readonly number[]): boolean {
  if (left.length !== right.length) return false;
  const sorted = [...left].sort((a, b) => a - b);
  return [...right].sort((a, b) => a - b).every((id, at) => id === sorted[at]);
}
