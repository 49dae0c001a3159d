import type { Span } from "../span.js";

/** `span` without the white space at its two ends; undefined where nothing else is left. */
export function trimSpan(text: string, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : undefined;
}

/** The non-blank lines of `text`, trimmed; LF, CRLF, CR and U+2028 / U+2029 end a line. */
export function nonBlankLines(text: string, within: Span = { start: 0, end: text.length }): readonly Span[] {
  return pieces(text, /[^\r\n\u2028\u2029]+/g, within);
}

/** The paragraphs of `text`: runs of lines without a blank line in between, trimmed. */
export function blankLineChunks(text: string): readonly Span[] {
  // A CR before a LF is no line end of its own, or every CRLF would be a blank line.
  const gap = /(?:\r(?!\n)|\r?\n|[\u2028\u2029])[^\S\r\n]*(?:\r\n?|[\n\u2028\u2029])\s*|\u2029/g;
  const chunks: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    const chunk = trimSpan(text, { start, end });
    if (chunk) chunks.push(chunk);
  };
  for (const match of text.matchAll(gap)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.length);
  return chunks;
}

function pieces(text: string, pattern: RegExp, within: Span): readonly Span[] {
  const found: Span[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
    const start = within.start + match.index;
    const line = trimSpan(text, { start, end: start + match[0].length });
    if (line) found.push(line);
  }
  return found;
}
