import type { Span } from "../span.js";

/** The four terms of a text directive: `[prefix-,]start[,end][,-suffix]`. */
export interface TextDirective {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/**
 * What a browser would mark in `text` for a directive: the first match of whole words, whatever their case,
 * any white space for white space. After "Text Fragments" (WICG), "find a range from a text directive".
 */
export function findFragment(text: string, { prefix, start, end, suffix }: TextDirective): Span | undefined {
  const first = matcher(text, prefix ?? start);
  const behindPrefix = prefix === undefined ? undefined : matcher(text, start);
  const last = end === undefined ? undefined : matcher(text, end);
  const behind = suffix === undefined ? undefined : matcher(text, suffix);
  for (let head = first.next(0); head; head = first.next(head.start + 1)) {
    const begin = behindPrefix ? behindPrefix.at(skipBlanks(text, head.end)) : head;
    if (!begin) continue;
    let close: Span | undefined = last ? last.next(begin.end) : begin;
    while (close && behind && !behind.at(skipBlanks(text, close.end))) close = last?.next(close.start + 1);
    if (close) return { start: begin.start, end: close.end };
    // No end behind this start, so there is none behind a later one.
    if (last) return undefined;
  }
  return undefined;
}

interface Matcher {
  /** The first match at or after an offset. */
  readonly next: (from: number) => Span | undefined;
  /** The match just at an offset. */
  readonly at: (offset: number) => Span | undefined;
}

function matcher(text: string, term: string): Matcher {
  const words = term
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const search = new RegExp(words.join("\\s+"), "giu");
  const sticky = new RegExp(search, "yiu");
  const run = (pattern: RegExp, from: number): Span | undefined => {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    return match ? { start: match.index, end: match.index + match[0].length } : undefined;
  };
  const isWhole = (found: Span): boolean => isBoundary(text, found.start) && isBoundary(text, found.end);
  return {
    next: (from) => {
      let found = run(search, from);
      while (found && !isWhole(found)) found = run(search, found.start + 1);
      return found;
    },
    at: (offset) => {
      const found = run(sticky, offset);
      return found && isWhole(found) ? found : undefined;
    },
  };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

function isBoundary(text: string, at: number): boolean {
  return !/^[\p{L}\p{N}\p{M}_]{2}$/u.test(charBefore(text, at) + charAfter(text, at));
}

function charBefore(text: string, at: number): string {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at - 1))
    ? text.slice(Math.max(0, at - 2), at)
    : text.slice(Math.max(0, at - 1), at);
}

function charAfter(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) as number) : "";
}
