import type { Span } from "../span.js";

const OPENING = /^[\s"'“”„‟«»‘’‚‹›「『]+/;
const CLOSING = /[\s"'“”„‟«»‘’‚‹›」』]+$/;

/** `text` as it stands, without white space at its ends, and without the quotation marks around it. */
export function quotedCores(text: string): readonly Span[] {
  const trimmed = inside(text, /^\s+/, /\s+$/);
  const bare = inside(text, OPENING, CLOSING);
  return bare.start === trimmed.start && bare.end === trimmed.end ? [trimmed] : [trimmed, bare];
}

function inside(text: string, opening: RegExp, closing: RegExp): Span {
  const start = opening.exec(text)?.[0].length ?? 0;
  // Searched from the end by hand: a pattern anchored there would look from every blank of a long text.
  let end = text.length;
  while (end > start && closing.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
