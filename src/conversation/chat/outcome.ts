import type { Apparatus } from "../../edition/apparatus/apparatus.js";
import type { Citation } from "../../edition/citation/citation.js";
import type { Quote } from "../../edition/quote.js";
import type { Answer } from "../../retrieval/answer.js";
import type { Remark } from "./remark.js";

/** What a move comes to, before it is compared with what was shown before. */
export interface Outcome {
  readonly shown?:
    | { readonly kind: "answer"; readonly answer: Answer }
    | { readonly kind: "quotes"; readonly quotes: readonly Quote[] }
    | { readonly kind: "citation"; readonly citation: Citation }
    | { readonly kind: "apparatus"; readonly apparatus: Apparatus };
  readonly remarks?: readonly Remark[];
  /** The quotes among those shown at which the conversation then stands; the place stays where left out. */
  readonly standsAt?: readonly Quote[];
  /** What a follow-up leans on from now on; the last question stays where left out. */
  readonly question?: string;
}

/** Quotes to read, where the conversation then stands. */
export function reading(quotes: readonly Quote[], ...remarks: readonly Remark[]): Outcome {
  return quotes.length === 0 ? { remarks } : { shown: { kind: "quotes", quotes }, standsAt: quotes, remarks };
}
