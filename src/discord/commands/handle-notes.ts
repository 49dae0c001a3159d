import { renderNothingFound } from "../../render/discord/render-nothing-found.js";
import { renderQuotes } from "../../render/discord/render-quotes.js";
import { label } from "../../render/discord/quote-labels.js";
import { prepareContext } from "../prepare-context.js";
import type { Handler } from "./handler.js";
import { scopeOf } from "./scope-of.js";

/** `/notes [label]`: in every edition, for few have any. */
export const handleNotes: Handler = async ({ source }, { interaction, settings }) => {
  const { prefer } = scopeOf(source, settings);
  const named = interaction.options["label"]?.trim();
  const sign = named === undefined || named === "" ? undefined : named;
  const { quotes } = await source.notes(sign, prefer === undefined ? {} : { prefer });
  const context = await prepareContext(source, quotes);
  if (quotes.length > 0) return renderQuotes(quotes, context);
  const which = sign === undefined ? "No edition has notes." : `No edition has a note ${label(sign)}.`;
  return renderNothingFound(`**${which}**`, undefined, context);
};
