import type { MessagePayload } from "../render/discord/message-payload.js";

/** What goes back to a user: at least one message; `quiet` ones are shown to that user alone where Discord can. */
export interface Reply {
  readonly messages: readonly MessagePayload[];
  readonly quiet: boolean;
}

export function quietly(message: MessagePayload): Reply {
  return { messages: [message], quiet: true };
}
