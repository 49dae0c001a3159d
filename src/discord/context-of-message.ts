import { conversationAt } from "../conversation/chat/conversation-at.js";
import type { ConversationState } from "../conversation/chat/conversation-state.js";
import { QuothError } from "../edition/quoth-error.js";
import { pressedPassage } from "./buttons/pressed.js";
import type { ShownMessage } from "./shown-message.js";
import type { Source } from "./source.js";

/**
 * Where a conversation stands that goes on from a message of the bot's: read from the message itself, so that it
 * works for ever. Undefined where it shows no passage, or one that has changed since.
 */
export async function contextOfMessage(
  source: Source,
  { passages, question }: ShownMessage,
): Promise<ConversationState | undefined> {
  const [state] = passages;
  if (!state) return undefined;
  try {
    const { work, reference, witness, layer } = await pressedPassage(source, state);
    return conversationAt({
      work,
      reference,
      witness,
      layer,
      ...(question === undefined ? {} : { question }),
    });
  } catch (error) {
    if (error instanceof QuothError) return undefined;
    throw error;
  }
}
