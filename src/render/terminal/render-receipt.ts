import type { ReceiptVerdict } from "../../edition/citation/receipt-verdict.js";
import { renderQuote } from "./render-quote.js";
import type { TerminalStyle } from "./style.js";
import { wrapText } from "./wrap-text.js";

/** What became of a receipt; a quote shown is cut anew from its file. */
export function renderReceipt(verdict: ReceiptVerdict, style: TerminalStyle): string {
  if (verdict.valid)
    return `${style.colors.green("The receipt holds.")}\n\n${renderQuote(verdict.quote, style)}`;
  return `${style.colors.red("The receipt does not hold.")}\n${wrapText(verdict.explanation, style.width, "  ")}`;
}
