import type { Span } from "../../span.js";
import { firstEndingAfter } from "../readable-text.js";
import { trimSpan } from "../text-lines.js";

/** Pandoc's inline note: `^[` … `]`, with what stands between them. */
export interface InlineNote extends Span {
  readonly words: Span;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;

/**
 * The inline notes in a stretch of Markdown, in order; of one in another the outer. Brackets in a note are balanced,
 * as Pandoc has it, and a `^[` that is never closed is text, and so is an empty one. `closed` (sorted, apart) is what
 * no bracket counts in: code, markup, signs of footnotes. So a link behind a "^" stays a link.
 * @param parts cells of a table end at a bar.
 */
export function findInlineNotes(
  text: string,
  { start, end }: Span,
  closed: readonly Span[],
  parts: "cells" | "whole",
): readonly InlineNote[] {
  const open: { readonly at: number; readonly isNote: boolean }[] = [];
  const found: Span[] = [];
  let next = firstEndingAfter(closed, start);
  /** Behind the last sign that stands for itself, or is markup. */
  let from = start;
  for (let at = start; at < end; at += 1) {
    const span = closed[next];
    if (span && at >= span.start) {
      next += 1;
      if (parts === "cells" && text.slice(span.start, span.end).includes("|")) open.length = 0;
      // A backslash is markup, and takes the sign behind it along.
      const isEscape = text.charAt(span.end - 1) === "\\" && PUNCTUATION.test(text.charAt(span.end));
      from = Math.max(from, span.end + (isEscape ? 1 : 0));
      at = from - 1;
      continue;
    }
    const sign = text.charAt(at);
    if (sign === "|" && parts === "cells") open.length = 0;
    else if (sign === "[") open.push({ at, isNote: at > from && text.charAt(at - 1) === "^" });
    else if (sign === "]") {
      const bracket = open.pop();
      if (bracket?.isNote) found.push({ start: bracket.at - 1, end: at + 1 });
    }
  }
  return outermost(found).flatMap((note) => {
    const words = trimSpan(text, { start: note.start + 2, end: note.end - 1 });
    return words ? [{ ...note, words }] : [];
  });
}

function outermost(spans: readonly Span[]): readonly Span[] {
  let reached = -1;
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < reached) return false;
      reached = end;
      return true;
    });
}
