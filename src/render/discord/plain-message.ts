import { clipText } from "./clip-text.js";
import { escapeMarkdown, escapedLength } from "./escape-markdown.js";
import { MESSAGE_LIMITS, type MessagePayload, NO_PINGS } from "./message-payload.js";

/** A message in quoth's own voice (errors, how-to): never about the content of a source. Markdown is escaped. */
export function plainMessage(text: string): MessagePayload {
  const shown = clipText(text, MESSAGE_LIMITS.content, escapedLength);
  return { content: escapeMarkdown(shown), allowed_mentions: NO_PINGS };
}
