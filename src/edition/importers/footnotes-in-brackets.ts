import type { Block } from "../block.js";
import { withCalls } from "./with-calls.js";

const OPENS = /^\[Footnote\s+([\p{L}\p{N}*†‡]{1,12})\s*:\s*/u;
/** Longer ones are taken for a bracket that was never closed, blocks. */
const LONGEST = 12;

/**
 * Notes as transcribers of printed books type them, "[Footnote 3: …]" in paragraphs of their own, with their signs
 * ("[3]") in the text. One that is never closed is left alone.
 */
export function footnotesInBrackets(text: string, blocks: readonly Block[]): readonly Block[] {
  const read = ({ start, end }: Block): string => text.slice(start, end);
  const notes: Block[] = [];
  let found = false;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const isOpen = block.layer === "text" || (block.layer === "note" && block.label === undefined);
    const sign = isOpen ? OPENS.exec(read(block)) : null;
    const length = sign ? lengthOf(blocks.slice(at, at + LONGEST).map(read)) : 0;
    if (!sign || length === 0) {
      notes.push(block);
      continue;
    }
    found = true;
    for (const [i, one] of blocks.slice(at, at + length).entries()) {
      const [first, last] = [i === 0, i === length - 1];
      const { lines: _lines, ...rest } = one;
      notes.push({
        ...rest,
        layer: "note",
        kind: "note",
        ...(first ? { label: sign[1] as string } : {}),
        markers: first
          ? [{ label: sign[1] as string, start: one.start, end: one.start + sign[0].trimEnd().length }]
          : one.markers,
        ...(last ? { gaps: [...(one.gaps ?? []), { start: one.end - 1, end: one.end }] } : {}),
      });
    }
    at += length - 1;
  }
  return found ? withCalls(text, notes, []) : blocks;
}

/** How many paragraphs the note runs over that begins the first of these; 0 where it is never closed. */
function lengthOf(paragraphs: readonly string[]): number {
  const last = paragraphs.findIndex((one, at) => (at > 0 && OPENS.test(one)) || closes(one));
  return last > 0 && OPENS.test(paragraphs[last] as string) ? 0 : last + 1;
}

/** Whether a paragraph ends in the bracket of a note, rather than in one that it opened itself. */
function closes(paragraph: string): boolean {
  if (!paragraph.endsWith("]")) return false;
  let depth = 0;
  for (const sign of paragraph.slice(0, -1)) depth += sign === "[" ? 1 : sign === "]" ? -1 : 0;
  return depth === (OPENS.test(paragraph) ? 1 : 0);
}
