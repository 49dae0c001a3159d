import type { Quoth } from "../conversation/quoth.js";
import type { Quote } from "../edition/quote.js";
import type { RenderContext } from "../render/discord/render-context.js";
import type { SentenceBreak } from "../render/discord/cut-passage.js";
import { quotedLength } from "../render/discord/quote-block.js";
import { sentenceBreaks } from "./sentence-breaks.js";

/** A quote shorter than this (escaped) is never cut, so its sentences need not be asked for. */
const NEVER_CUT = 1500;

/** Looks up what rendering `quotes` needs: the authors, and the sentences of passages that may have to be cut. */
export async function prepareContext(quoth: Quoth, quotes: readonly Quote[]): Promise<RenderContext> {
  const authors = new Map(quoth.works().map((work) => [work.id, work.author]));
  const breaks = new Map<Quote, readonly SentenceBreak[] | undefined>();
  for (const quote of quotes) {
    if (quotedLength(quote.text) > NEVER_CUT) breaks.set(quote, await sentenceBreaks(quoth, quote));
  }
  return { authorOf: (work) => authors.get(work), breaksOf: (quote) => breaks.get(quote) };
}
