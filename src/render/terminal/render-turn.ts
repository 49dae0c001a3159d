import type { Turn } from "../../conversation/chat/turn.js";
import { formatApparatus } from "../apparatus/format-apparatus.js";
import { renderAnswer } from "./render-answer.js";
import { renderQuote } from "./render-quote.js";
import type { TerminalStyle } from "./style.js";
import { visible, wrapText } from "./wrap-text.js";

/** A turn of a conversation for the terminal: what is shown, and what quoth says about it in its own words. */
export function renderTurn(turn: Turn, style: TerminalStyle): string {
  const remarks = turn.remarks.map(({ text }) => style.colors.yellow(wrapText(text, style.width)));
  const shown = renderShown(turn, style);
  // Quotes that are no answer are announced before they are read.
  const announced = turn.kind === "quotes";
  const parts = announced ? [...remarks, shown] : [shown, ...remarks];
  return parts.filter((part) => part !== "").join("\n\n");
}

function renderShown(turn: Turn, style: TerminalStyle): string {
  switch (turn.kind) {
    case "answer":
      return renderAnswer(turn.answer, style);
    case "quotes":
      return turn.quotes.map((quote) => renderQuote(quote, style)).join("\n\n");
    case "citation":
      return [
        visible(turn.citation.citation),
        ...(turn.citation.items ?? []).map(({ form, text }) => `${form}: ${visible(text)}`),
      ].join("\n");
    case "apparatus":
      return visible(formatApparatus(turn.apparatus));
    case "remarks":
      return "";
  }
}
