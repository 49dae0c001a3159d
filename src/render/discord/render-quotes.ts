import type { Quote } from "../../edition/quote.js";
import type { MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import { label } from "./quote-labels.js";
import { type RenderContext, buttonsFor, cardsOf } from "./render-context.js";

interface QuotesOptions {
  /** How far into the first quote's text it has been shown already. */
  readonly from?: number;
  /** A line in quoth's own voice above the first quote; shown as it is. */
  readonly remark?: string;
}

/** Passages that were looked up (at least one) as Discord messages: the first is the reply, the others follow it. */
export function renderQuotes(
  quotes: readonly Quote[],
  context: RenderContext,
  { from = 0, remark }: QuotesOptions = {},
): readonly MessagePayload[] {
  const options = { from, ...(remark === undefined ? {} : { heading: `-# ${label(remark)}` }) };
  const cards = quotes.flatMap((quote, index) =>
    cardsOf(quote, context, index === 0 ? { ...options, buttons: buttonsFor(quote, context) } : {}),
  );
  return packCards(cards);
}
