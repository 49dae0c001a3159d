import { QuothError } from "../edition/quoth-error.js";
import type { MessagePayload } from "../render/discord/message-payload.js";
import { plainMessage } from "../render/discord/plain-message.js";
import { HOW_TO } from "./commands/how-to.js";

/** What a user is told when a request failed: a foreseen failure with its remedy, of any other that it happened. */
export function explainFailure(error: unknown): MessagePayload {
  if (!(error instanceof QuothError)) return plainMessage("Something went wrong. It has been logged.");
  if (error.code === "blank-question") return HOW_TO;
  return plainMessage(`${error.message} ${error.remedy}`);
}
