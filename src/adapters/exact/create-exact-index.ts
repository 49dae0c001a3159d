import type { Neighbour, VectorIndex } from "../../retrieval/vector-index.js";

/** Exact search: a scan over `vectors` (rows of `dimensions`, unit length). The oracle of every other index. */
export function createExactIndex(vectors: Float32Array, dimensions: number): VectorIndex {
  const size = vectors.length / dimensions;
  return {
    size,
    search: (queries, count, accept) =>
      Promise.resolve(queries.map((query) => scan(vectors, dimensions, size, query, count, accept))),
  };
}

function scan(
  vectors: Float32Array,
  dimensions: number,
  size: number,
  query: Float32Array,
  count: number,
  accept: ((id: number) => boolean) | undefined,
): Neighbour[] {
  const all: Neighbour[] = [];
  for (let id = 0; id < size; id += 1) {
    if (accept && !accept(id)) continue;
    const base = id * dimensions;
    let score = 0;
    for (let d = 0; d < dimensions; d += 1) score += (vectors[base + d] as number) * (query[d] as number);
    all.push({ id, score });
  }
  return all.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, count);
}
