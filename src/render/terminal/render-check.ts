import type { Check } from "../../edition/verification/check.js";
import { describeCheck } from "../reports/describe-check.js";
import { renderQuote } from "./render-quote.js";
import type { TerminalStyle } from "./style.js";
import { wrapText } from "./wrap-text.js";

/** A Check for the terminal: the verdict and what differs, then the passage as the source has it. */
export function renderCheck(check: Check, style: TerminalStyle): string {
  const colour =
    check.verdict === "altered"
      ? style.colors.red
      : check.verdict === "absent"
        ? style.colors.yellow
        : style.colors.green;
  const head = `${colour(check.verdict)}\n${wrapText(describeCheck(check), style.width, "  ")}`;
  const quotes = check.quotes ?? (check.quote ? [check.quote] : []);
  return [head, ...quotes.map((quote) => renderQuote(quote, style))].join("\n\n");
}
