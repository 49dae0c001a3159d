import type { Card } from "./quote-cards.js";
import { NOTICE_ROOM } from "./quote-cards.js";
import { MESSAGE_LIMITS } from "./message-payload.js";

/** Left free for a line of what was left out. */
const ROOM = MESSAGE_LIMITS.text - NOTICE_ROOM;

/**
 * Lines of quoth's own (their Markdown is live) in one card of at most one message: as many whole ones as fit,
 * then how many are left.
 * @param more says what of `count` lines are left and how to come by them.
 */
export function linesCard(
  accent: number,
  heading: string,
  lines: readonly string[],
  more: (count: number) => string,
): Card {
  let size = heading.length;
  let shown = 0;
  for (const line of lines) {
    size += line.length + 1;
    if (size > ROOM) break;
    shown += 1;
  }
  const left = lines.length - shown;
  const body = [...lines.slice(0, shown), ...(left > 0 ? [more(left)] : [])].join("\n");
  return { accent, texts: [heading, body].filter((text) => text.trim() !== ""), reference: "" };
}
