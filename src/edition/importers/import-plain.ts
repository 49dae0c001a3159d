import type { Block, Importer } from "../block.js";
import { footnotesInBrackets } from "./footnotes-in-brackets.js";
import { withInlinePages } from "./inline-pages.js";
import { withLineHyphens } from "./line-hyphens.js";
import { setGutenbergAside } from "./set-gutenberg-aside.js";
import { setPagesAside } from "./set-pages-aside.js";
import { blankLineChunks } from "./text-lines.js";

/**
 * Format `plain`: paragraphs separated by blank lines, all of the text layer. Soft hyphens and words broken at line
 * ends are read as one word. Page numbers and running heads are set aside only where work.yaml says so (`pages`). What cannot be the author's
 * is not: Project Gutenberg's heading and licence, and transcribers' "[Footnote 1: …]".
 */
export const importPlain: Importer = (text, { rules }) => {
  const blocks: readonly Block[] = blankLineChunks(text).map((span) => ({
    ...span,
    layer: "text",
    kind: "paragraph",
    markers: [],
  }));
  const parted = rules?.pages ? setPagesAside(text, blocks, rules.pages) : blocks;
  const paged = rules?.pages?.inline ? withInlinePages(text, parted) : parted;
  return withLineHyphens(text, setGutenbergAside(text, footnotesInBrackets(text, paged)));
};
