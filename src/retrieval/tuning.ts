import type { Signals } from "./signals.js";

/**
 * Parts of the search switched off or weighed anew, to measure what each is worth (`quoth eval --ablate`).
 * What is left out works as it ships; quoth itself sets none of these.
 */
export interface Tuning {
  /** Weights of the fused score, in place of those that ship. */
  readonly fusion?: Partial<Record<keyof Signals, number>>;
  /** Frame words and the correspondents' names weigh as all others do. */
  readonly frame?: false;
  /** Misspelt words stay as they are. */
  readonly spelling?: false;
  /** Questions about the document go the way of all others. */
  readonly structure?: false;
  /** Every quote is one sentence. */
  readonly runs?: false;
  /** Notes and metadata are ranked as the text is. */
  readonly apparatus?: false;
}
