import type { Block } from "../block.js";
import { mergeSpans } from "./merge-spans.js";
import { readableText } from "./readable-text.js";

/** The last line of what stands before a text of Project Gutenberg; the second as it was until about 2003. */
const STARTS =
  /^\*{3}[ \t]*START OF (?:THE|THIS) PROJECT GUTENBERG\b[^*]{0,300}\*{3}\s*$|^\*END\*?[ \t]*THE SMALL PRINT![^\r\n]{0,80}\*END\*\s*$/im;
/** The first line of what stands behind it. */
const ENDS =
  /^\s*(?:\*{3}[ \t]*END OF (?:THE|THIS) PROJECT GUTENBERG\b|End of (?:the |this )?Project Gutenberg\b)/i;
/** Who prepared the file is said right behind the first mark. */
const PREPARED = /^\s*(?:E-?text )?(?:produced|prepared|transcribed|scanned|typed) (?:and [a-z]+ )?by\b/i;
/** How far into a text the first mark may stand, as a share of its blocks, at least so many. */
const FIRST_BLOCKS = 60;

/**
 * What Project Gutenberg puts before and behind its texts is metadata: its heading, its thanks, its licence. It is
 * known by the marks with which it parts itself from the text; a file without them is left alone.
 */
export function setGutenbergAside(text: string, blocks: readonly Block[]): readonly Block[] {
  const words = (block: Block | undefined): string =>
    block ? readableText(text, block, mergeSpans([...(block.gaps ?? []), ...block.markers])) : "";
  const start = blocks.slice(0, FIRST_BLOCKS).findLastIndex((block) => STARTS.test(words(block)));
  if (start === -1) return blocks;
  const from = PREPARED.test(words(blocks[start + 1])) ? start + 1 : start;
  const end = blocks.findIndex((block, at) => at > from && ENDS.test(words(block)));
  const to = end === -1 ? blocks.length : end;
  return blocks.map((block, at) => {
    if ((at > from && at < to) || block.layer !== "text") return block;
    const { lines: _lines, division: _division, ...rest } = block;
    return { ...rest, layer: "metadata", kind: "provenance" };
  });
}
