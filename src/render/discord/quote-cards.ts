import type { Quote } from "../../edition/quote.js";
import { type CutPassage, type SentenceBreak, cutPassage } from "./cut-passage.js";
import { type Button, MESSAGE_LIMITS } from "./message-payload.js";
import { continueButton } from "./passage-buttons.js";
import { BLOCK_OVERHEAD, quoteBlock, quotedLength } from "./quote-block.js";
import { attribution, editorialHeading, label } from "./quote-labels.js";

/** A container of a message before it is packed: its texts, its buttons, and what it shows should it have to be left out. */
export interface Card {
  readonly accent: number;
  readonly texts: readonly string[];
  readonly buttons?: readonly Button[] | undefined;
  readonly reference: string;
}

/** How a quote is presented; `heading` is a line above it, such as "Closest passage, not an answer". */
export interface CardStyle {
  readonly accent: number;
  readonly author?: string | undefined;
  readonly heading?: string;
  readonly breaks?: readonly SentenceBreak[] | undefined;
  readonly buttons?: readonly Button[] | undefined;
  /** Where in the quote's text what is shown begins: what stands before it has been shown. */
  readonly from?: number;
}

/** Left free in each message for the line that names what did not fit, and for the question line. */
export const NOTICE_ROOM = 560;
/** A sentence longer than this many messages is shown so far and then referred to. */
const PIECES_AT_MOST = 4;
const REST_ROOM = 300;
const REST_WORDS = 8;

/**
 * One quote as cards of at most one message each: one card, or, for a single sentence that no message can
 * hold, a card for each of its pieces. Each shows an exact slice under its attribution. The buttons stand under
 * the last of them, after the one that goes on where the passage was cut.
 */
export function quoteCards(quote: Quote, style: CardStyle): readonly Card[] {
  const above = [style.heading, editorialHeading(quote, style.author), continued(quote, style)]
    .filter((line) => line !== undefined)
    .join("\n");
  const below = attribution(quote);
  const taken = NOTICE_ROOM + REST_ROOM + BLOCK_OVERHEAD + above.length + below.length;
  const room = MESSAGE_LIMITS.text - taken;
  const from = style.from ?? 0;
  const breaks = style.breaks?.filter(({ at }) => at >= from).map((one) => ({ ...one, at: one.at - from }));
  const cut = cutPassage(quote.text.slice(from), room, quotedLength, PIECES_AT_MOST, breaks);
  const more = cut.rest === undefined ? [] : continueButton(quote, from + cut.rest.at);
  return cut.pieces.map((piece, index) => ({
    accent: style.accent,
    reference: quote.reference,
    texts: [above, quoteBlock(piece).content, below, mark(quote, cut, index, from)].filter(
      (text) => text !== "",
    ),
    ...(index === cut.pieces.length - 1 ? { buttons: [...more, ...(style.buttons ?? [])] } : {}),
  }));
}

function continued({ reference }: Quote, { from = 0 }: CardStyle): string | undefined {
  return from === 0 ? undefined : `-# ${label(reference)}, continued`;
}

/** The line that says that the words go on, and where. */
function mark(quote: Quote, cut: CutPassage, index: number, from: number): string {
  const count = cut.pieces.length;
  const part = count > 1 ? `-# Part ${index + 1} of ${count}` : "";
  if (index < count - 1) return `${part}, continued below`;
  if (cut.rest === undefined) return part;
  const rest = restOf(quote, { ...cut.rest, at: cut.rest.at + from });
  return part === "" ? `-# ${rest}` : `${part}. ${rest}`;
}

function restOf(quote: Quote, rest: SentenceBreak): string {
  if (rest.reference !== undefined) {
    return `Cut here. The rest: **${label(rest.reference, REST_ROOM / 3)}** (look it up with /quote)`;
  }
  const words =
    new RegExp(`^\\s*(?:\\S+\\s+){0,${REST_WORDS - 1}}\\S+`).exec(quote.text.slice(rest.at))?.[0] ?? "";
  const short = [...words.trim()].length <= REST_ROOM / 4;
  const goesOn = short ? ` goes on with “${label(words, REST_ROOM / 2)}”` : " goes on";
  return `Cut here. **${label(quote.reference, REST_ROOM / 3)}**${goesOn} (look it up with /quote)`;
}
