import type { Block } from "../../block.js";
import type { Span } from "../../span.js";
import { firstEndingAfter, piecesBetween } from "../readable-text.js";
import { trimSpan } from "../text-lines.js";

/**
 * Gives every block the gaps in it, and lets no sign lie outside: what stands between two blocks on the later one's
 * first line goes to it (a bullet, the number of a list item), pure markup before that to the earlier one (the
 * line under a table's head, the end of the front matter).
 */
export function attachMarkup(
  text: string,
  gaps: readonly Span[],
  blocks: readonly Block[],
): readonly Block[] {
  const whole = trimSpan(text, { start: 0, end: text.length });
  if (!whole) return [];
  if (blocks.length === 0)
    return [withGaps({ ...whole, layer: "heading", kind: "navigation", markers: [] }, gaps)];
  const grown = blocks.map((block) => ({ ...block }));
  grown.forEach((block, at) => {
    const before = grown[at - 1];
    const from = before?.end ?? 0;
    const lost = trimSpan(text, { start: from, end: block.start });
    if (!lost) return;
    const lineStart = Math.max(
      from,
      1 + Math.max(text.lastIndexOf("\n", block.start - 1), text.lastIndexOf("\r", block.start - 1)),
    );
    const earlier = trimSpan(text, { start: from, end: lineStart });
    const isMarkup = earlier && piecesBetween(earlier, gaps).every((piece) => !trimSpan(text, piece));
    if (before && earlier && isMarkup) {
      before.end = earlier.end;
      const later = trimSpan(text, { start: lineStart, end: block.start });
      if (later) block.start = later.start;
    } else block.start = lost.start;
  });
  const last = grown.at(-1);
  if (last && last.end < whole.end) last.end = whole.end;
  return grown.map((block) => withGaps(block, gaps));
}

/** The block with what of the gaps lies in it, less its note signs. */
export function withGaps(block: Block, gaps: readonly Span[]): Block {
  const own: Span[] = [];
  for (let at = firstEndingAfter(gaps, block.start); at < gaps.length; at += 1) {
    const gap = gaps[at] as Span;
    if (gap.start >= block.end) break;
    const span = { start: Math.max(gap.start, block.start), end: Math.min(gap.end, block.end) };
    own.push(...piecesBetween(span, block.markers));
  }
  return own.length === 0 ? block : { ...block, gaps: own };
}
