import { escapeMarkdown, escapedLength } from "./escape-markdown.js";
import { isolateDirection } from "./isolate-direction.js";
import { type TextDisplay, textDisplay } from "./message-payload.js";

const BLOCK_QUOTE = ">>> ";
/** The sign of the block and the isolates that may stand around the words, with some to spare. */
export const BLOCK_OVERHEAD = 16;

/**
 * A slice of a witness as a quote block of its own. The block runs to the end of its component, so nothing has
 * to be put at the beginning of the slice's lines.
 */
export function quoteBlock(slice: string): TextDisplay {
  // A text of blanks alone would be refused as empty, and the sign alone would then be shown.
  return textDisplay(
    slice.trim() === "" ? escapeMarkdown("(blank)") : BLOCK_QUOTE + escapeMarkdown(isolateDirection(slice)),
  );
}

/**
 * What the words of a slice count in their block, beside BLOCK_OVERHEAD; never less than they do. Of two slices
 * that stand side by side it is the sum of both.
 */
export function quotedLength(slice: string): number {
  return escapedLength(slice) + (slice.match(/[\u2066-\u2068]/g)?.length ?? 0);
}
