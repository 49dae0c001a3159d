import type { QuoteList } from "../edition/quote.js";
import { renderQuote } from "../render/terminal/render-quote.js";
import { visible } from "../render/terminal/wrap-text.js";
import type { CommandContext } from "./command-context.js";
import { EXIT, type ExitCode } from "./exit-code.js";

/** Prints a list of quotes; an empty one is an honest no, said on stderr. */
export function printList(
  list: QuoteList,
  json: boolean,
  none: string,
  { io, style }: CommandContext,
): ExitCode {
  if (json) io.out(`${JSON.stringify(list)}\n`);
  else if (list.quotes.length > 0)
    io.out(`${list.quotes.map((quote) => renderQuote(quote, style)).join("\n\n")}\n`);
  if (list.quotes.length > 0) return EXIT.ok;
  io.err(`${visible(list.remarks?.join(" ") ?? none)}\n`);
  return EXIT.no;
}
