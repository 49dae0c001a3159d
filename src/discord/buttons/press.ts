import type { Quote } from "../../edition/quote.js";
import type { ButtonState } from "../../render/discord/button-state.js";
import type { MessagePayload } from "../../render/discord/message-payload.js";
import type { Tools } from "../commands/handler.js";
import type { ShownMessage } from "../shown-message.js";

/** A button that was pressed, its passage found again and the same as it was. */
export interface Press {
  readonly state: ButtonState;
  readonly quote: Quote;
  readonly message: ShownMessage;
}

export type ButtonHandler = (tools: Tools, press: Press) => Promise<readonly MessagePayload[]>;
