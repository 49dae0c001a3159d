/** A vector's number in its index and its cosine similarity to the one searched for. */
export interface Neighbour {
  readonly id: number;
  readonly score: number;
}

/** Port: nearest unit vectors by cosine, best first, ties by id. Takes several queries at once. */
export interface VectorIndex {
  readonly size: number;
  /** @param accept where it is given, the nearest of those that it accepts. */
  search(
    queries: readonly Float32Array[],
    count: number,
    accept?: (id: number) => boolean,
  ): Promise<readonly (readonly Neighbour[])[]>;
}
