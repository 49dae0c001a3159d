import type { Block, Importer } from "../block.js";
import { withLineHyphens } from "./line-hyphens.js";
import { setPagesAside } from "./set-pages-aside.js";
import { blankLineChunks } from "./text-lines.js";

/**
 * Format `plain`: paragraphs separated by blank lines, all of the text layer. Soft hyphens and words broken at line
 * ends are read as one word. Page numbers and running heads are set aside only where work.yaml says so (`pages`).
 */
export const importPlain: Importer = (text, { rules }) => {
  const blocks: readonly Block[] = blankLineChunks(text).map((span) => ({
    ...span,
    layer: "text",
    kind: "paragraph",
    markers: [],
  }));
  return withLineHyphens(text, rules?.pages ? setPagesAside(text, blocks, rules.pages) : blocks);
};
