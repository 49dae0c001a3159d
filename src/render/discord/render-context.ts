import type { Quote } from "../../edition/quote.js";
import { ACCENTS } from "./accents.js";
import type { SentenceBreak } from "./cut-passage.js";
import { type Surroundings, passageButtons } from "./passage-buttons.js";
import { type Card, type CardStyle, quoteCards } from "./quote-cards.js";

/** What rendering has to know beside the quotes themselves. */
export interface RenderContext {
  /** The author of a work by its id, to say who did *not* write an editor's words. */
  readonly authorOf: (work: string) => string | undefined;
  /** What can be had from a quote's passage; undefined where that is not known. */
  readonly surroundingsOf?: (quote: Quote) => Surroundings | undefined;
  /** Where a long quote's sentences begin, with their references; sentences are found in the text without. */
  readonly breaksOf?: (quote: Quote) => readonly SentenceBreak[] | undefined;
}

/** A quote as cards in the colour of its layer, or in the style given instead. */
export function cardsOf(
  quote: Quote,
  context: RenderContext,
  over: Partial<CardStyle> = {},
): readonly Card[] {
  return quoteCards(quote, {
    accent: quote.layer === "text" ? ACCENTS.text : ACCENTS.editorial,
    author: context.authorOf(quote.work),
    breaks: context.breaksOf?.(quote),
    ...over,
  });
}

/** The buttons under a quote; `asked` where it is the answer to a question. */
export function buttonsFor(
  quote: Quote,
  { surroundingsOf }: RenderContext,
  asked = false,
): CardStyle["buttons"] {
  return passageButtons(quote, surroundingsOf?.(quote) ?? {}, asked);
}
