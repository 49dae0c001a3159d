import type { EncodedPassage } from "../../retrieval/embedder.js";
import type { SearchIndex } from "../../retrieval/token-store.js";
import type { Unit } from "../../retrieval/unit.js";
import { createExactIndex } from "../exact/create-exact-index.js";

/** An index that lies nowhere but in memory, searched exactly; passage i is unit i, encoded. */
export function indexInMemory(
  units: readonly Unit[],
  encoded: readonly EncodedPassage[],
  dimensions: number,
): SearchIndex {
  const pack = (vectors: readonly Float32Array[]): Float32Array => {
    const packed = new Float32Array(vectors.length * dimensions);
    vectors.forEach((vector, at) => packed.set(vector, at * dimensions));
    return packed;
  };
  const pieceCounts = new Map<number, number>();
  for (const { sentences } of encoded) {
    for (const piece of new Set(sentences.flatMap((sentence) => [...sentence.pieces])))
      pieceCounts.set(piece, (pieceCounts.get(piece) ?? 0) + 1);
  }
  return {
    passages: createExactIndex(pack(encoded.map((unit) => unit.pooled)), dimensions),
    sentences: createExactIndex(
      pack(encoded.flatMap((unit) => unit.sentences.map((sentence) => sentence.pooled))),
      dimensions,
    ),
    tokens: {
      pieceCounts,
      read: (wanted) =>
        Promise.resolve(wanted.map((unit) => (unit < units.length ? (encoded[unit]?.sentences ?? []) : []))),
    },
    close: () => Promise.resolve(),
  };
}
