import {
  type Container,
  MESSAGE_LIMITS,
  type MessagePayload,
  type TextDisplay,
  actionRows,
  componentsMessage,
  textDisplay,
} from "./message-payload.js";
import { type Card, NOTICE_ROOM } from "./quote-cards.js";
import { label } from "./quote-labels.js";

/** A reply is never more messages than this; what does not fit is named by reference. */
const MESSAGES_AT_MOST = 5;
const LEFT_OUT_ROOM = 150;

/**
 * Packs cards into as few messages as the limits allow, in order: the first is the reply, the others follow it.
 * A footer stands under the last card of each message that has buttons, for these may need to read it again.
 */
export function packCards(cards: readonly Card[], footer?: TextDisplay): readonly MessagePayload[] {
  const reserved = footer?.content.length ?? 0;
  const messages: Card[][] = [];
  for (const card of cards) {
    const current = messages.at(-1);
    if (current && fits([...current, card], reserved)) current.push(card);
    else messages.push([card]);
  }
  const shown = messages.slice(0, MESSAGES_AT_MOST);
  const left = messages.slice(MESSAGES_AT_MOST).flat();
  return shown.map((message, index) => {
    const used = new Set<string>();
    const components: (Container | TextDisplay)[] = message.map((card) => container(card, used));
    const hasButtons = message.some(({ buttons }) => buttons && buttons.length > 0);
    if (left.length > 0 && index === shown.length - 1) components.push(textDisplay(leftOut(left)));
    if (footer && hasButtons) components.push(footer);
    return componentsMessage(components);
  });
}

function fits(cards: readonly Card[], reserved: number): boolean {
  const text = cards.flatMap((card) => card.texts).reduce((sum, part) => sum + part.length, 0);
  // A container, its texts, rows and buttons count; two more are kept for the footer and the line of what was left out.
  const components = cards.reduce((sum, card) => sum + 1 + card.texts.length + countButtons(card), 2);
  return text <= MESSAGE_LIMITS.text - NOTICE_ROOM - reserved && components <= MESSAGE_LIMITS.components;
}

function countButtons({ buttons = [] }: Card): number {
  return buttons.length + actionRows(buttons).length;
}

/** Discord takes each custom id once in a message: of two cards of one passage the first has its buttons. */
function container({ accent, texts, buttons = [] }: Card, used: Set<string>): Container {
  const own = buttons.filter(({ custom_id }) => !used.has(custom_id));
  for (const { custom_id } of own) used.add(custom_id);
  return { type: 17, accent_color: accent, components: [...texts.map(textDisplay), ...actionRows(own)] };
}

function leftOut(cards: readonly Card[]): string {
  const references = [...new Set(cards.map((card) => card.reference))].filter((one) => one !== "").join(", ");
  return `-# Not shown here: ${label(references, LEFT_OUT_ROOM)} (look them up with /quote)`;
}
