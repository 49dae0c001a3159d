import type { Importer } from "../block.js";
import { blankLineChunks } from "./text-lines.js";

/** Format `plain`: paragraphs separated by blank lines, all of the text layer. */
export const importPlain: Importer = (text) =>
  blankLineChunks(text).map((span) => ({ ...span, layer: "text", kind: "paragraph", markers: [] }));
