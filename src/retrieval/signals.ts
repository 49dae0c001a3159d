/** How a sentence meets a question. */
export interface Signals {
  /** Weighted mean over the question's pieces of the best cosine in the sentence. */
  readonly maxSim: number;
  /** The same over the sentence's whole passage. */
  readonly unitMaxSim: number;
  /** The lowest of those cosines among the pieces that weigh at least half the mean: the word that is met worst. */
  readonly weakest: number;
  /** BM25 of the sentence and of the passage, as shares of what a perfect text would get. */
  readonly lexical: number;
  readonly unitLexical: number;
  /** Cosine of question and sentence. */
  readonly dense: number;
}
