import type { Span } from "../../span.js";

const COMMENT_START = "<!--";

/**
 * HTML tags, comments and struck-through signs in a stretch of Markdown, as spans of the text: what micromark was
 * not asked for (see `markdownEvents`). A break that stands between two words without a blank stays in the text:
 * without it the two would be read as one.
 */
export function inlineMarkup(text: string, { start, end }: Span): readonly Span[] {
  const part = text.slice(start, end);
  const found: Span[] = [];
  let from = 0;
  // Comments first: what stands in them is no tag.
  for (;;) {
    const at = part.indexOf(COMMENT_START, from);
    if (at === -1) break;
    const close = part.indexOf("-->", at + COMMENT_START.length);
    if (close === -1) break;
    pushTags(part.slice(from, at), start + from, found);
    found.push({ start: start + at, end: start + close + 3 });
    from = close + 3;
  }
  pushTags(part.slice(from), start + from, found);
  for (const match of part.matchAll(/~~(?=[^\s~])([^~\r\n]{1,2000})~~/g)) {
    const at = start + match.index;
    found.push({ start: at, end: at + 2 }, { start: at + match[0].length - 2, end: at + match[0].length });
  }
  return found;
}

function pushTags(part: string, offset: number, found: Span[]): void {
  for (const match of part.matchAll(/<\/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?\/?>/g)) {
    const end = match.index + match[0].length;
    const isBreak = /^(?:br|hr|p|div|td|th|li)$/i.test(match[1] as string);
    if (isBreak && /\S/.test(part.charAt(match.index - 1)) && /\S/.test(part.charAt(end))) continue;
    found.push({ start: offset + match.index, end: offset + end });
  }
}
