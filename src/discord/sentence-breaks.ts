import type { Quoth } from "../conversation/quoth.js";
import { QuothError } from "../edition/quoth-error.js";
import type { Quote } from "../edition/quote.js";
import type { SentenceBreak } from "../render/discord/cut-passage.js";

/** No passage has more sentences than this; a bound against asking without end. */
const SENTENCES_AT_MOST = 500;

/**
 * Where the sentences of a passage begin in its quote, each with the reference from there to the passage's end,
 * as the edition itself counts them. Undefined where it does not count sentences in this passage.
 */
export async function sentenceBreaks(
  quoth: Quoth,
  quote: Quote,
): Promise<readonly SentenceBreak[] | undefined> {
  const range = /^(?<base>.+)\.(?<first>\d+)-(?<last>\d+)$/.exec(quote.reference)?.groups;
  const base = range?.["base"] ?? quote.reference;
  const first = Number(range?.["first"] ?? 1);
  const last = Number(range?.["last"] ?? SENTENCES_AT_MOST);
  const starts: number[] = [];
  for (let number = first; number <= last; number += 1) {
    const sentence = await sentenceAt(quoth, `${base}.${number}@${quote.witness}`);
    if (!sentence) break;
    const at = offsetWithin(quote, sentence);
    if (at === undefined) return undefined;
    starts.push(at);
  }
  const end = first + starts.length - 1;
  if (starts.length < 2) return undefined;
  return starts.map((at, index) => {
    const number = first + index;
    return { at, reference: number === end ? `${base}.${number}` : `${base}.${number}-${end}` };
  });
}

async function sentenceAt(quoth: Quoth, reference: string): Promise<Quote | undefined> {
  try {
    const { quotes } = await quoth.show(reference);
    return quotes.length === 1 ? quotes[0] : undefined;
  } catch (error) {
    if (error instanceof QuothError) return undefined;
    throw error;
  }
}

/** Where `sentence` begins in the text of `quote`; undefined unless it stands there letter for letter. */
function offsetWithin(quote: Quote, sentence: Quote): number | undefined {
  const start = sentence.spans[0]?.start;
  if (start === undefined || sentence.file !== quote.file) return undefined;
  let length = 0;
  for (const span of quote.spans) {
    if (start >= span.start && start < span.end) {
      const at = length + start - span.start;
      return quote.text.startsWith(sentence.text, at) ? at : undefined;
    }
    length += span.end - span.start;
  }
  return undefined;
}
