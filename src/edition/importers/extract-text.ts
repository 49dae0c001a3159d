import type { ImportContext, ImportedText, Importer, OriginStretch } from "../block.js";
import type { FormatName } from "./importers.js";
import { extractors, ownTextParsers } from "./parsers.js";

/** Names what made an extracted text, so that it is made anew when that would make another one. */
export function extractorName(format: FormatName): string {
  return `${format}/${format in extractors ? extractors[format as keyof typeof extractors].version : 1}`;
}

/**
 * The text that is quoted from, of a file that is not its own: taken out of its markup, or, where only the encoding
 * differs, its characters one by one.
 * @throws QuothError `corpus-invalid` with line and column of what cannot be read.
 */
export function extractText(format: FormatName, source: string, context: ImportContext): ImportedText {
  if (format in extractors) return extractors[format as keyof typeof extractors].extract(source, context);
  const importer: Importer = ownTextParsers[format as keyof typeof ownTextParsers];
  // Readers may take a mark at the head for none of the text's characters: it is left out of what they count.
  const from = source.startsWith("\uFEFF") ? 1 : 0;
  const text = source.slice(from);
  const origin: OriginStretch[] = text === "" ? [] : [[0, from, source.length]];
  return { text, blocks: importer(text, context), origin };
}
