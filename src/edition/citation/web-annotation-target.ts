import type { Quote } from "../quote.js";
import type { Witness } from "../work.js";
import { offsetBefore } from "./offset-before.js";
import { type SelectorPair, webAnnotationSelectors } from "./web-annotation-selectors.js";
import { type WitnessSource, witnessSource } from "./witness-source.js";

/** A stretch of the witness text, as W3C Web Annotation names it. */
interface AnnotationTarget {
  readonly type: "SpecificResource";
  readonly source: WitnessSource;
  readonly selector: SelectorPair;
}

/** One target for each span of the quote, in order. */
export function webAnnotationTarget(
  witness: Witness,
  quote: Pick<Quote, "spans">,
): readonly AnnotationTarget[] {
  const source = witnessSource(witness);
  return webAnnotationSelectors(
    witness.text,
    quote.spans,
    offsetBefore(witness, quote.spans[0]?.start ?? 0),
  ).map((selector) => ({
    type: "SpecificResource",
    source,
    selector,
  }));
}
