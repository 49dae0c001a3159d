/** A probability that was stated, and whether what it was stated of turned out so. */
export interface Prediction {
  readonly probability: number;
  readonly right: boolean;
}
