import { makeQuote } from "../../src/edition/make-quote.js";
import { sliceSpans } from "../../src/edition/span.js";
import type { Work } from "../../src/edition/work.js";

/** Every run of one or two sentences is cut in slices, trimmed, and holds nothing that is stepped over. */
export function checkQuotes(work: Work): void {
  const [witness] = work.witnesses;
  for (const passage of witness.passages) {
    for (let from = 0; from < passage.sentences.length; from += 1) {
      for (let to = from + 1; to <= Math.min(from + 2, passage.sentences.length); to += 1) {
        const quote = makeQuote(work, { witness, passage, from, to });
        if (sliceSpans(witness.text, quote.spans) !== quote.text || quote.text !== quote.text.trim())
          throw new Error(`${quote.reference} is no slice`);
        for (const { start, end } of passage.gaps ?? []) {
          if (quote.spans.some((span) => span.start < end && span.end > start))
            throw new Error(`${quote.reference} holds markup`);
        }
      }
    }
  }
}
