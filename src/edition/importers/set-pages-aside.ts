import type { Block } from "../block.js";
import type { PageRules } from "../import-rules.js";
import type { Span } from "../span.js";
import { nonBlankLines } from "./text-lines.js";

const NUMBER =
  /^[[({]?\s*[-–—|.~*]*\s*(?:p(?:age|\.)?|pg\.?|s\.)?\s*(\d{1,4}|[ivxlc]{1,7})\s*(?:\|\s*p\s?a\s?g\s?e)?\s*[-–—|.~*]*\s*[\])}]?$/i;

/**
 * Takes page numbers and running heads out of the paragraphs: as gaps where a paragraph runs over the page's end
 * (it stops without an end of a sentence, and what follows goes on in lower case), else as blocks of the heading
 * layer. What begins behind a number bears it as its `page`; a number at a page's head or foot is not told apart.
 */
export function setPagesAside(text: string, blocks: readonly Block[], rules: PageRules): readonly Block[] {
  const heads = new Set(rules.heads.map(plainWords));
  const read = (span: Span): string => text.slice(span.start, span.end);
  /** The page's number, "" for a running head without one, undefined for a line of the text. */
  const pageOf = (line: string): string | undefined => {
    const number = rules.numbers ? NUMBER.exec(line)?.[1] : undefined;
    if (number !== undefined) return number;
    const [, before, head, after] = /^(\d{1,4}\s+)?(.*?)(\s+\d{1,4})?$/su.exec(line) ?? [];
    return head !== undefined && heads.has(plainWords(head)) ? (before ?? after ?? "").trim() : undefined;
  };

  const out: Block[] = [];
  let aside: Span[] = [];
  let page: string | undefined;
  const flush = (): void => {
    for (const line of aside) out.push({ ...line, layer: "heading", kind: "navigation", markers: [] });
    aside = [];
  };
  const put = (span: Span, block: Block): void => {
    const last = out.at(-1);
    if (aside.length > 0 && last?.layer === "text" && runsOn(read(last), read(span))) {
      out[out.length - 1] = { ...last, end: span.end, gaps: [...(last.gaps ?? []), ...aside] };
      aside = [];
      return;
    }
    flush();
    out.push({ ...block, ...span, ...(page === undefined ? {} : { page }) });
  };
  for (const block of blocks) {
    let start: number | undefined;
    let end = block.start;
    for (const line of nonBlankLines(text, block)) {
      const number = pageOf(read(line));
      if (number === undefined) {
        start ??= line.start;
        end = line.end;
        continue;
      }
      if (start !== undefined) put({ start, end }, block);
      start = undefined;
      aside.push(line);
      if (number !== "") page = number;
    }
    if (start !== undefined) put({ start, end }, block);
  }
  flush();
  return out;
}

/** Whether a paragraph that stops at the end of a page goes on with what stands on the next. */
function runsOn(before: string, after: string): boolean {
  if (/[.!?…:]["'”’»)\]]*$/u.test(before)) return false;
  return /^["'“‘(«]?\p{Ll}/u.test(after) || /[-\u2010\u00AC\u00AD,;]$/u.test(before);
}

function plainWords(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
