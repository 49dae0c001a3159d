import type { Turn } from "../../conversation/chat/turn.js";
import { ACCENTS } from "./accents.js";
import { type MessagePayload, textDisplay } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import { label } from "./quote-labels.js";
import { renderAnswer } from "./render-answer.js";
import { renderApparatus } from "./render-apparatus.js";
import { renderCitation } from "./render-citation.js";
import type { RenderContext } from "./render-context.js";
import { renderQuotes } from "./render-quotes.js";

/** Of all that is said in quoth's own words beside a turn; a message has room for it above the rest. */
const REMARKS_ROOM = 600;

/** One turn of a conversation as messages: what is shown, under what quoth has to say about the look-up itself. */
export function renderTurn(turn: Turn, context: RenderContext): readonly MessagePayload[] {
  const remarks = turn.remarks.map(({ text }) => text).join(" ");
  if (turn.kind === "remarks") {
    return packCards([{ accent: ACCENTS.neutral, texts: [label(remarks, REMARKS_ROOM)], reference: "" }]);
  }
  if (turn.kind === "quotes")
    return renderQuotes(turn.quotes, context, remarks === "" ? {} : { remark: remarks });
  const [first, ...more] = shown(turn, context);
  if (first === undefined || remarks === "") return first === undefined ? more : [first, ...more];
  const line = textDisplay(`-# ${label(remarks, REMARKS_ROOM)}`);
  const card = packCards([{ accent: ACCENTS.neutral, texts: [line.content], reference: "" }]);
  return hasRoom(first)
    ? [{ ...first, components: [line, ...(first.components ?? [])] }, ...more]
    : [...card, first, ...more];
}

function shown(
  turn: Exclude<Turn, { kind: "remarks" | "quotes" }>,
  context: RenderContext,
): readonly MessagePayload[] {
  if (turn.kind === "answer") return renderAnswer(turn.answer, context);
  return turn.kind === "citation" ? renderCitation(turn.citation) : renderApparatus(turn.apparatus);
}

/** Far enough from Discord's limits for one more line. */
function hasRoom(message: MessagePayload): boolean {
  return JSON.stringify(message.components).length < 2500;
}
