import { CHECK_QUOTATIONS } from "../commands.js";
import { handleAbout } from "./handle-about.js";
import { handleAsk } from "./handle-ask.js";
import { handleCheckQuotations } from "./handle-check-quotations.js";
import { handleCite } from "./handle-cite.js";
import { handleCompare } from "./handle-compare.js";
import { handleFind } from "./handle-find.js";
import { handleNotes } from "./handle-notes.js";
import { handleQuote } from "./handle-quote.js";
import { handleRead } from "./handle-read.js";
import { handleSettings } from "./handle-settings.js";
import { handleVerify } from "./handle-verify.js";
import type { Handler } from "./handler.js";

interface Command {
  readonly handle: Handler;
  /** Always for the user alone: it would be noise to everybody else, or it is nobody else's business. */
  readonly quiet?: true;
}

/** What each command does, by its name. */
export const HANDLERS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["ask", { handle: handleAsk }],
  ["quote", { handle: handleQuote }],
  ["find", { handle: handleFind }],
  ["verify", { handle: handleVerify }],
  ["read", { handle: handleRead, quiet: true }],
  ["notes", { handle: handleNotes }],
  ["compare", { handle: handleCompare }],
  ["cite", { handle: handleCite }],
  ["about", { handle: handleAbout, quiet: true }],
  ["settings", { handle: handleSettings, quiet: true }],
  // Nobody shall be put right before others by somebody else's click.
  [CHECK_QUOTATIONS, { handle: handleCheckQuotations, quiet: true }],
]);
