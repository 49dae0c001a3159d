import type * as hnswlib from "hnswlib-node";
import type { VectorIndex } from "../../retrieval/vector-index.js";

/**
 * Parameters of the graph. 48 links each, for repeated texts: among 85 near copies of each of 240 paragraphs (20,450
 * vectors; bench/scale.js) the ten best of 200 questions are those of an exact scan for all 200, with 32 for 89 and
 * with 40 for 170. 100 candidates while building give with that what 200 do, in half the time. hnswlib's ef of 10
 * finds .91 of the ten best among 6,499 real sentences, 200 all of them.
 */
export const HNSW = { m: 48, efConstruction: 100, ef: 200, seed: 1961 } as const;

export type Hnswlib = typeof hnswlib;

/** A graph in memory: searched, changed, and written to a file. Vectors go by labels, whole numbers below 2 ** 32. */
export interface HnswGraph extends VectorIndex {
  add(vector: Float32Array, label: number): void;
  /** Takes vectors out: they are found no more, and their places go to those added next. */
  remove(labels: Iterable<number>): void;
  /**
   * Writes the graph. What was removed and not replaced is overwritten with a copy of a vector that stays, so that
   * nothing of it is in the file.
   * @param kept the label of a vector that stays, or undefined where none does.
   * @param spare labels from here on were never used. @returns the next label that never was.
   */
  write(file: string, kept: number | undefined, spare: number): Promise<number>;
  /** Places of removed vectors: they take room and time. */
  readonly free: number;
}

/** An empty graph with room for `capacity` vectors; it grows. */
export function createHnswGraph(lib: Hnswlib, dimensions: number, capacity: number): HnswGraph {
  const graph = new lib.HierarchicalNSW("cosine", dimensions);
  graph.initIndex({
    maxElements: Math.max(1, capacity),
    m: HNSW.m,
    efConstruction: HNSW.efConstruction,
    randomSeed: HNSW.seed,
    allowReplaceDeleted: true,
  });
  return wrap(graph, 0);
}

/**
 * Opens a graph that `write` wrote; the caller has checked the file's hash.
 * @param live how many of its vectors are in use.
 */
export async function openHnswGraph(
  lib: Hnswlib,
  file: string,
  dimensions: number,
  live?: number,
): Promise<HnswGraph> {
  const graph = new lib.HierarchicalNSW("cosine", dimensions);
  await graph.readIndex(file, true);
  return wrap(graph, live === undefined ? 0 : graph.getCurrentCount() - live);
}

function wrap(graph: hnswlib.HierarchicalNSW, removed: number): HnswGraph {
  let free = removed;
  const size = (): number => graph.getCurrentCount() - free;
  graph.setEf(HNSW.ef);
  return {
    get size() {
      return size();
    },
    get free() {
      return free;
    },
    add(vector, label) {
      if (free === 0 && graph.getCurrentCount() === graph.getMaxElements())
        graph.resizeIndex(Math.ceil(graph.getMaxElements() * 1.1) + 1);
      graph.addPoint([...vector], label, free > 0);
      if (free > 0) free -= 1;
    },
    remove(labels) {
      for (const label of labels) {
        graph.markDelete(label);
        free += 1;
      }
    },
    async write(file, kept, spare) {
      if (free > 0 && kept !== undefined) {
        const filling = Array.from({ length: free }, (_, at) => spare + at);
        const vector = graph.getPoint(kept);
        for (const label of filling) graph.addPoint(vector, label, true);
        for (const label of filling) graph.markDelete(label);
        spare += free;
      }
      await graph.writeIndex(file);
      return spare;
    },
    search: (queries, count, accept) =>
      Promise.resolve(
        queries.map((query) => {
          const k = Math.min(count, size());
          if (k <= 0) return [];
          graph.setEf(Math.max(HNSW.ef, k));
          const { neighbors, distances } = accept
            ? graph.searchKnn([...query], k, accept)
            : graph.searchKnn([...query], k);
          return neighbors
            .map((id, at) => ({ id, score: 1 - (distances[at] as number) }))
            .sort((a, b) => b.score - a.score || a.id - b.id);
        }),
      ),
  };
}
