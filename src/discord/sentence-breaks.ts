import { pathOf } from "../edition/make-quote.js";
import type { Quote } from "../edition/quote.js";
import type { SentenceBreak } from "../render/discord/cut-passage.js";
import { locatePassage } from "./locate-passage.js";
import type { Source } from "./source.js";

/**
 * Where the sentences (or lines) of a passage begin in its quote, each with the reference from there to the quote's
 * end, as the edition itself counts them. Undefined where there is but one, or where the works have it no more.
 */
export function sentenceBreaks(
  source: Pick<Source, "sources">,
  quote: Quote,
): readonly SentenceBreak[] | undefined {
  const place = locatePassage(source, quote);
  if (!place || place.first.passage !== place.last.passage) return undefined;
  const { witness, first, last } = place;
  if (witness.sha256 !== quote.sha256 || last.to - first.from < 2) return undefined;
  const breaks: SentenceBreak[] = [];
  for (let from = first.from; from < last.to; from += 1) {
    const at = offsetWithin(quote, first.passage.sentences[from]?.start ?? -1);
    if (at === undefined) return undefined;
    const path = pathOf({ witness, passage: first.passage, from, to: last.to });
    breaks.push({ at, reference: `${quote.work}:${path}` });
  }
  return breaks;
}

/** Where an offset of the witness lies in the text of `quote`; of what is stepped over, where the words go on. */
function offsetWithin({ spans }: Quote, offset: number): number | undefined {
  let length = 0;
  for (const { start, end } of spans) {
    if (offset < end) return offset >= start || length > 0 ? length + Math.max(0, offset - start) : undefined;
    length += end - start;
  }
  return undefined;
}
