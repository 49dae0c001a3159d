import type { Block, Importer } from "../block.js";
import type { Span } from "../span.js";
import { block, isDateline, isShortLine, isSignature, saluteLength, splitSalute } from "./letter-parts.js";
import { nonBlankLines } from "./text-lines.js";

/**
 * Format `ucsb`: a page of the American Presidency Project saved as text, one block a line. In this
 * order: byline and date, the editors' title, the document (salute, paragraphs, signature), and what the
 * editors add under it: bracketed lines and lines that begin with "Note:".
 */
export const importUcsb: Importer = (text, { authors }) => {
  const lines = nonBlankLines(text);
  const read = (span: Span): string => text.slice(span.start, span.end);
  const isAdded = (span: Span): boolean => /^\[.*\]$/su.test(read(span)) || /^note:/i.test(read(span));

  let end = lines.length;
  while (end > 0 && isAdded(lines[end - 1] as Span)) end -= 1;

  const firstProse = lines.findIndex((span) => !isShortLine(read(span)) && !isDateline(read(span)));
  const salute = lines.findIndex((span) => saluteLength(read(span)) > 0);
  const bodyAt =
    salute !== -1 && (firstProse === -1 || salute < firstProse)
      ? salute
      : firstProse === -1
        ? end
        : firstProse;
  const signed = end - 1 > bodyAt && isSignature(read(lines[end - 1] as Span), authors) ? end - 1 : -1;

  return lines.flatMap((span, at): readonly Block[] => {
    if (at >= end) return [addedBlock(text, span)];
    if (at === signed) return [block(span, "text", "closer")];
    if (at === bodyAt) return splitSalute(text, span);
    if (at > bodyAt) return [block(span, "text", "paragraph")];
    if (isDateline(read(span))) return [block(span, "metadata", "dateline")];
    if (isSignature(read(span), authors)) return [block(span, "metadata", "byline")];
    return [block(span, "heading", "heading")];
  });
};

function addedBlock(text: string, span: Span): Block {
  const bracketed = text.charAt(span.start) === "[";
  return bracketed ? block(span, "metadata", "addressee") : block(span, "note", "note");
}
