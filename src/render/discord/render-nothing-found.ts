import type { Quote } from "../../edition/quote.js";
import { ACCENTS } from "./accents.js";
import type { MessagePayload, TextDisplay } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import { type RenderContext, buttonsFor, cardsOf } from "./render-context.js";

const CLOSEST = "**Closest passage, not an answer**";

/**
 * An honest no, in a colour of its own, with the nearest passage plainly marked as such.
 * Under a question that was not answered (`footer`) there are other passages to be had, too.
 * `why` is Markdown in quoth's own voice, about the look-up and never about the content of the source.
 */
export function renderNothingFound(
  why: string,
  closest: Quote | undefined,
  context: RenderContext,
  footer?: TextDisplay,
): readonly MessagePayload[] {
  const no = { accent: ACCENTS.abstention, texts: [why], reference: "" };
  if (!closest) return packCards([no]);
  const style = {
    accent: ACCENTS.abstention,
    heading: CLOSEST,
    buttons: buttonsFor(closest, context, footer !== undefined),
  };
  return packCards([no, ...cardsOf(closest, context, style)], footer);
}
