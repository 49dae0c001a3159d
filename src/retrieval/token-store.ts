import type { EncodedText } from "./embedder.js";
import type { VectorIndex } from "./vector-index.js";

/** What late interaction needs of a sentence. */
export type TokenVectors = Pick<EncodedText, "pieces" | "vectors" | "scales">;

/** Port: the token vectors of the sentences of a unit, by the unit's number. */
export interface TokenStore {
  read(units: readonly number[]): Promise<readonly (readonly TokenVectors[])[]>;
  /** In how many units each word piece occurs: piece id → count. */
  readonly pieceCounts: ReadonlyMap<number, number>;
}

/** All that a corpus was turned into, opened. Vector i of `passages` is unit i; of `sentences`, sentence i. */
export interface SearchIndex {
  readonly passages: VectorIndex;
  readonly sentences: VectorIndex;
  /** The unit vector of a sentence, by its number. */
  sentenceVector(id: number): Float32Array;
  readonly tokens: TokenStore;
  close(): Promise<void>;
}
