/** "Not what I asked": a question and the passage that did not answer it. Nothing tells who asked, where or when. */
export interface Feedback {
  readonly question: string;
  /** Work and path. */
  readonly reference: string;
  readonly witness: string;
  /** Of the passage's text, as in the button. */
  readonly hash: string;
  readonly verdict: "not-what-was-asked";
}

/** Exists only where the operator has switched feedback on. */
export interface FeedbackStore {
  keep(feedback: Feedback): Promise<void>;
  /** Oldest first. */
  all(): Promise<readonly Feedback[]>;
}
