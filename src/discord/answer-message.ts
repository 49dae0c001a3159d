import { NEW_CONVERSATION } from "../conversation/chat/conversation-state.js";
import { takeTurn } from "../conversation/chat/take-turn.js";
import type { Turn } from "../conversation/chat/turn.js";
import type { Quote } from "../edition/quote.js";
import type { MessagePayload } from "../render/discord/message-payload.js";
import { renderTurn } from "../render/discord/render-turn.js";
import { HOW_TO } from "./commands/how-to.js";
import { scopeOf } from "./commands/scope-of.js";
import { contextOfMessage } from "./context-of-message.js";
import type { Conversations } from "./conversations.js";
import type { IncomingMessage } from "./incoming-message.js";
import { prepareContext } from "./prepare-context.js";
import type { ServerSettings } from "./settings-store.js";
import type { Source } from "./source.js";

/**
 * A mention, a direct message or a reply: one turn of a conversation, which stands at the passage of the message
 * replied to, else where the user's last one in this channel left it a few minutes ago.
 */
export async function answerMessage(
  source: Source,
  conversations: Conversations,
  { words, place, repliesTo }: IncomingMessage,
  settings: ServerSettings,
): Promise<readonly MessagePayload[]> {
  if (words === "") return [HOW_TO];
  const from = (repliesTo && (await contextOfMessage(source, repliesTo))) ?? conversations.at(place);
  const scope = scopeOf(source, settings);
  const { turn, state } = await takeTurn(source, from ?? NEW_CONVERSATION, words, { scope });
  conversations.remember(place, state);
  return renderTurn(turn, await prepareContext(source, quotesIn(turn)));
}

function quotesIn(turn: Turn): readonly Quote[] {
  if (turn.kind === "quotes") return turn.quotes;
  if (turn.kind !== "answer") return [];
  const { answer } = turn;
  const closest = answer.kind === "abstention" && answer.closest ? [answer.closest] : [];
  return [...answer.quotes, ...answer.notes, ...closest];
}
