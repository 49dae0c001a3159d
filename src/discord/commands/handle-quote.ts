import type { Scope } from "../../conversation/quoth.js";
import type { Quote } from "../../edition/quote.js";
import { escapeMarkdown } from "../../render/discord/escape-markdown.js";
import { renderNothingFound } from "../../render/discord/render-nothing-found.js";
import { renderQuotes } from "../../render/discord/render-quotes.js";
import { prepareContext } from "../prepare-context.js";
import type { Source } from "../source.js";
import type { Handler } from "./handler.js";
import { HOW_TO } from "./how-to.js";
import { scopeOf } from "./scope-of.js";

/** Words may occur in many places; the first few answer, and more would flood a channel. */
const PASSAGES_AT_MOST = 3;

/**
 * `/quote passage`: a reference, a picked suggestion, or free words where nobody picked one. Where nothing
 * is found, the passage nearest in meaning is shown, marked as such.
 */
export const handleQuote: Handler = async ({ source }, { interaction, settings }) => {
  const passage = interaction.options["passage"] ?? "";
  if (passage.trim() === "") return [HOW_TO];
  const scope = scopeOf(source, settings);
  const { quotes, remarks = [] } = await source.quote(passage, { ...scope, limit: PASSAGES_AT_MOST });
  if (quotes.length > 0) return renderQuotes(quotes, await prepareContext(source, quotes));
  const closest = await closestTo(source, passage, scope);
  const context = await prepareContext(source, closest ? [closest] : []);
  const why = ["**Nothing stands under that reference or in those words.**", ...remarks.map(escapeMarkdown)];
  return renderNothingFound(why.join("\n"), closest, context);
};

async function closestTo(source: Source, words: string, scope: Scope): Promise<Quote | undefined> {
  const answer = await source.ask(words, scope);
  return answer.kind === "answer" ? answer.quotes[0] : answer.closest;
}
