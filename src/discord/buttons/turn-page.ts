import type { Quote } from "../../edition/quote.js";
import type { MessagePayload } from "../../render/discord/message-payload.js";
import { plainMessage } from "../../render/discord/plain-message.js";
import { renderQuotes } from "../../render/discord/render-quotes.js";
import { isWhole, locatePassage, pathBeside } from "../locate-passage.js";
import { prepareContext } from "../prepare-context.js";
import type { Source } from "../source.js";
import type { ButtonHandler } from "./press.js";
import { passageAt, staleButton } from "./pressed.js";

/** What stands before or after: a sentence, or a paragraph where the passage is a whole one. */
export const showBeside: ButtonHandler = async ({ source }, { quote, state }) => {
  const direction = state.action === "before" ? "previous" : "next";
  const place = locatePassage(source, quote);
  if (!place) throw staleButton();
  const path = pathBeside(place, direction);
  if (path === undefined) return [plainMessage(`The text ${direction === "next" ? "ends" : "begins"} here.`)];
  return showAt(source, quote, path);
};

/** The paragraph in which the sentences stand. */
export const showWhole: ButtonHandler = async ({ source }, { quote }) => {
  const place = locatePassage(source, quote);
  if (!place) throw staleButton();
  return isWhole(place) ? showQuote(source, quote) : showAt(source, quote, place.first.passage.path);
};

/** The same passage as another edition has it, and whether it reads otherwise there. */
export const showEdition: ButtonHandler = async ({ source }, { quote, state }) => {
  const known = source.works().find(({ id }) => id === quote.work)?.witnesses;
  if (!known?.some(({ siglum }) => siglum === state.argument)) throw staleButton();
  const there = await passageAt(source, `${quote.reference}@${state.argument}`);
  if (!there) return [plainMessage(`${state.argument} lacks this passage.`)];
  const verdict = there.text === quote.text ? "reads exactly as" : "reads otherwise than";
  const remark = `${state.argument} ${verdict} ${quote.witness} here.`;
  return renderQuotes([there], await prepareContext(source, [there]), { remark });
};

/** What could not be shown at once: from where the last message was cut. */
export const showRest: ButtonHandler = async ({ source }, { quote, state }) => {
  const from = Number.parseInt(state.argument, 36);
  const inside = /^[0-9a-z]{1,8}$/.test(state.argument) && from > 0 && from < quote.text.length;
  // Between the halves of one sign nothing is ever cut.
  if (!inside || /^[\uDC00-\uDFFF]/.test(quote.text.slice(from))) throw staleButton();
  return renderQuotes([quote], await prepareContext(source, [quote]), { from });
};

async function showAt(source: Source, quote: Quote, path: string): Promise<readonly MessagePayload[]> {
  const found = await passageAt(source, `${quote.work}:${path}@${quote.witness}`);
  if (!found) throw staleButton();
  return showQuote(source, found);
}

async function showQuote(source: Source, quote: Quote): Promise<readonly MessagePayload[]> {
  return renderQuotes([quote], await prepareContext(source, [quote]));
}
