import { renderQuotes } from "../../render/discord/render-quotes.js";
import { prepareContext } from "../prepare-context.js";
import type { ButtonHandler } from "./press.js";
import { staleButton } from "./pressed.js";

/** The note to which a sign in the passage belongs, in the edition that put it there. */
export const showNote: ButtonHandler = async ({ source }, { quote, state }) => {
  if (!quote.markers.some(({ label }) => label === state.argument)) throw staleButton();
  const { quotes } = await source.notes(state.argument, { work: quote.work, witness: quote.witness });
  if (quotes.length === 0) throw staleButton();
  return renderQuotes(quotes, await prepareContext(source, quotes));
};
