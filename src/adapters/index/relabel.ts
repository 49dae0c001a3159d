import type { VectorIndex } from "../../retrieval/vector-index.js";

/** Ids of an index by its labels; -1 where a label's vector is none of this corpus's. */
export type IdsByLabel = Int32Array;

/** Turns (label, id) pairs into a table. */
export function idsByLabel(
  pairs: Iterable<readonly [label: number, id: number]>,
  labels: number,
): IdsByLabel {
  const ids = new Int32Array(labels).fill(-1);
  for (const [label, id] of pairs) ids[label] = id;
  return ids;
}

/**
 * An index whose neighbours bear ids instead of labels.
 * @param all whether every label that `index` may find has an id.
 */
export function relabel(index: VectorIndex, ids: IdsByLabel, size: number, all: boolean): VectorIndex {
  const idOf = (label: number): number => ids[label] ?? -1;
  return {
    size,
    async search(queries, count, accept) {
      const wanted =
        accept === undefined
          ? all
            ? undefined
            : (label: number): boolean => idOf(label) >= 0
          : (label: number): boolean => idOf(label) >= 0 && accept(idOf(label));
      const found = await index.search(queries, count, wanted);
      return found.map((neighbours) =>
        neighbours
          .map(({ id, score }) => ({ id: idOf(id), score }))
          // A graph that is being changed already may hold what this corpus has not.
          .filter(({ id }) => id >= 0)
          .sort((a, b) => b.score - a.score || a.id - b.id),
      );
    },
  };
}
