import type { Quote } from "../../edition/quote.js";
import type { MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import { type RenderContext, buttonsFor, cardsOf } from "./render-context.js";

/** How far into the first quote's text it has been shown already, and a line above it. */
interface QuotesOptions {
  readonly from?: number;
  readonly heading?: string;
}

/** Passages that were looked up (at least one) as Discord messages: the first is the reply, the others follow it. */
export function renderQuotes(
  quotes: readonly Quote[],
  context: RenderContext,
  options: QuotesOptions = {},
): readonly MessagePayload[] {
  const cards = quotes.flatMap((quote, index) =>
    cardsOf(quote, context, index === 0 ? { ...options, buttons: buttonsFor(quote, context) } : {}),
  );
  return packCards(cards);
}
