import type { MessagePayload } from "../render/discord/message-payload.js";

/** What goes back to a user: at least one message; `quiet` ones are shown to that user alone where Discord can. */
export interface Reply {
  readonly messages: readonly MessagePayload[];
  readonly quiet: boolean;
}

/**
 * How an interaction is answered: by a new message for all, by a new one for the user alone, or in the place of
 * the message whose button was pressed.
 */
export type Delivery = "public" | "private" | "update";

export function quietly(message: MessagePayload): Reply {
  return { messages: [message], quiet: true };
}
