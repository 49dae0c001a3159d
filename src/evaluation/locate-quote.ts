import type { Located } from "../edition/resolve-path.js";
import type { Quote } from "../edition/quote.js";
import type { Work } from "../edition/work.js";

/** The run of sentences that a quote was cut from, found again by its spans; undefined where it is of no work here. */
export function locateQuote(works: readonly Work[], quote: Quote): Located | undefined {
  const witness = works
    .find((work) => work.id === quote.work)
    ?.witnesses.find((one) => one.siglum === quote.witness);
  const start = quote.spans[0]?.start ?? -1;
  const end = quote.spans.at(-1)?.end ?? -1;
  const passage = witness?.passages.findLast((one) => one.start <= start && end <= one.end);
  if (!witness || !passage) return undefined;
  const inside = [...passage.sentences.keys()].filter((at) => {
    const sentence = passage.sentences[at];
    return sentence !== undefined && sentence.end > start && sentence.start < end;
  });
  const [from] = inside;
  return from === undefined ? undefined : { witness, passage, from, to: (inside.at(-1) as number) + 1 };
}
