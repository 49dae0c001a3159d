import type { Span } from "../span.js";

const DOTS =
  "(?:\\.(?:[^\\S\\r\\n]?\\.)+|(?:\\.[^\\S\\r\\n]?)?[…⋯‥]+(?:[^\\S\\r\\n]?[.…⋯‥])*|·{3,}|\\*(?:[^\\S\\r\\n]+\\*){2,})";
const ELLIPSIS = new RegExp(
  `\\[\\s*${DOTS}\\s*\\]|\\(\\s*${DOTS}\\s*\\)|<\\s*${DOTS}\\s*>|\\{\\s*${DOTS}\\s*\\}|\\[(?:snip|cut|omitted|omission|text omitted)\\]|${DOTS}`,
  "giu",
);

/**
 * The ellipses of a quotation in all their forms: "...", "…", ". . .", four dots, bracketed, "* * *",
 * "[snip]". Two dots count, since nobody sets them otherwise. Linear in the length of `text`.
 */
export function findEllipses(text: string): readonly Span[] {
  return [...text.matchAll(ELLIPSIS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
