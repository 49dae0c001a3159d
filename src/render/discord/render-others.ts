import type { Quote } from "../../edition/quote.js";
import { ACCENTS } from "./accents.js";
import type { MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import { type RenderContext, buttonsFor, cardsOf } from "./render-context.js";

const NEXT = "**These come next to what was asked.** None of them is offered as the answer.";
const NOTHING = "**Nothing else in the source comes near to what was asked.** Please try other words.";
const KEPT = "-# The question and the passage that missed it were kept, without you, the place or the time.";

/** The next best passages after "Not what I asked", in the colour of an abstention. */
export function renderOthers(
  quotes: readonly Quote[],
  context: RenderContext,
  wasKept: boolean,
): readonly MessagePayload[] {
  const accent = ACCENTS.abstention;
  const head = [quotes.length > 0 ? NEXT : NOTHING, ...(wasKept ? [KEPT] : [])].join("\n");
  const cards = quotes.flatMap((quote) =>
    cardsOf(quote, context, { accent, buttons: buttonsFor(quote, context) }),
  );
  return packCards([{ accent, texts: [head], reference: "" }, ...cards]);
}
