import type { EncodedText } from "./embedder.js";
import type { VectorIndex } from "./vector-index.js";

/** What late interaction needs of a sentence. */
export type TokenVectors = Pick<EncodedText, "pieces" | "vectors" | "scales">;

/** Port: the vectors of the sentences of a unit, by the unit's number. */
export interface TokenStore {
  /**
   * The sentences of each unit; none of one that is not indexed yet.
   * @throws QuothError `index-damaged` where what is stored is not what was written.
   */
  read(units: readonly number[]): Promise<readonly (readonly EncodedText[])[]>;
  /** In how many units each word piece occurs: piece id → count. */
  readonly pieceCounts: ReadonlyMap<number, number>;
}

/** All that a corpus was turned into, opened. Vector i of `passages` is unit i; of `sentences`, sentence i. */
export interface SearchIndex {
  readonly passages: VectorIndex;
  readonly sentences: VectorIndex;
  readonly tokens: TokenStore;
  close(): Promise<void>;
}
