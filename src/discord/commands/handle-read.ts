import type { Quote } from "../../edition/quote.js";
import { renderNothingFound } from "../../render/discord/render-nothing-found.js";
import { renderQuotes } from "../../render/discord/render-quotes.js";
import { prepareContext } from "../prepare-context.js";
import type { Handler } from "./handler.js";
import { scopeOf } from "./scope-of.js";

/** `/read [from]`: one passage; its buttons turn the pages. From the beginning where nothing is named. */
export const handleRead: Handler = async ({ source }, { interaction, settings }) => {
  const scope = scopeOf(source, settings);
  const from = interaction.options["from"]?.trim();
  const { quotes } = from
    ? await source.quote(from, { ...scope, limit: 1 })
    : await source.show(undefined, scope);
  const page: readonly Quote[] = quotes.slice(0, 1);
  const context = await prepareContext(source, page);
  if (page.length === 0)
    return renderNothingFound(
      "**Nothing stands under that reference or in those words.**",
      undefined,
      context,
    );
  return renderQuotes(page, context);
};
