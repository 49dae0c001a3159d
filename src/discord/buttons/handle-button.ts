import { type PassageAction, parseButtonId } from "../../render/discord/button-state.js";
import type { MessagePayload } from "../../render/discord/message-payload.js";
import type { Tools } from "../commands/handler.js";
import type { ButtonInteraction } from "../interaction.js";
import type { Delivery } from "../reply.js";
import type { ButtonHandler } from "./press.js";
import { pressedPassage, staleButton } from "./pressed.js";
import { showCitation } from "./show-citation.js";
import { showNote } from "./show-note.js";
import { showOthers } from "./show-others.js";
import { showBeside, showEdition, showRest, showWhole } from "./turn-page.js";

const HANDLERS: Readonly<Record<PassageAction, ButtonHandler>> = {
  before: showBeside,
  after: showBeside,
  whole: showWhole,
  edition: showEdition,
  continue: showRest,
  note: showNote,
  cite: showCitation,
  other: showOthers,
};

/** Pages that are turned in place where the presser alone sees them. */
const PAGES: ReadonlySet<PassageAction> = new Set(["before", "after", "whole", "edition", "continue"]);

/** Does what a button says, whoever made it: its state is believed only after its passage was found unchanged. */
export async function handleButton(
  tools: Tools,
  { customId, message }: ButtonInteraction,
): Promise<readonly MessagePayload[]> {
  const state = parseButtonId(customId);
  if (!state) throw staleButton();
  const quote = await pressedPassage(tools.source, state);
  return HANDLERS[state.action](tools, { state, quote, message });
}

/**
 * In a channel everybody keeps the message as it was and the presser gets one of his own, in which he then goes
 * on; with the bot alone the talk goes on below.
 */
export function deliveryOf({ customId, message, isDirect }: ButtonInteraction): Delivery {
  const action = parseButtonId(customId)?.action;
  const inPlace = action !== undefined && (PAGES.has(action) || isCitation(message));
  if (message.isPrivate) return inPlace ? "update" : "private";
  return isDirect ? "public" : "private";
}

/** A citation has buttons for other styles and no others. */
function isCitation({ passages }: ButtonInteraction["message"]): boolean {
  return passages.length > 1 && passages.every(({ action }) => action === "cite");
}
