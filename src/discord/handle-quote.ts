import type { Quoth } from "../conversation/quoth.js";
import type { Quote } from "../edition/quote.js";
import type { MessagePayload } from "../render/discord/message-payload.js";
import { renderNothingFound } from "../render/discord/render-nothing-found.js";
import { renderQuotes } from "../render/discord/render-quotes.js";
import { HOW_TO } from "./how-to.js";
import { prepareContext } from "./prepare-context.js";

/** Words may occur in many places; the first few answer, and more would flood a channel. */
const PASSAGES_AT_MOST = 3;

/**
 * `/quote passage`: a reference, a picked suggestion, or free words where nobody picked one. Where nothing
 * is found, the passage nearest in meaning is shown, marked as such.
 */
export async function handleQuote(quoth: Quoth, passage: string): Promise<readonly MessagePayload[]> {
  if (passage.trim() === "") return [HOW_TO];
  const { quotes } = await quoth.quote(passage, { limit: PASSAGES_AT_MOST });
  if (quotes.length > 0) return renderQuotes(quotes, await prepareContext(quoth, quotes));
  const closest = await closestTo(quoth, passage);
  const context = await prepareContext(quoth, closest ? [closest] : []);
  return renderNothingFound("**Nothing stands under that reference or in those words.**", closest, context);
}

async function closestTo(quoth: Quoth, words: string): Promise<Quote | undefined> {
  const answer = await quoth.ask(words);
  return answer.kind === "answer" ? answer.quotes[0] : answer.closest;
}
