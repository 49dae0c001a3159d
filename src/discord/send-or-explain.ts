import { DiscordAPIError } from "discord.js";
import type { MessagePayload } from "../render/discord/message-payload.js";
import { explainFailure } from "./explain-failure.js";
import { isUnanswerable } from "./failure-fields.js";

const BAD_REQUEST = 400;

/**
 * Sends a message; where Discord will not take its form, tells the user so instead of nothing at all, and
 * passes the failure on.
 */
export async function sendOrExplain(
  message: MessagePayload,
  sendMessage: (message: MessagePayload) => Promise<void>,
): Promise<void> {
  try {
    await sendMessage(message);
  } catch (error) {
    const badForm =
      error instanceof DiscordAPIError && error.status === BAD_REQUEST && !isUnanswerable(error);
    if (badForm) await sendMessage(explainFailure(error));
    throw error;
  }
}
