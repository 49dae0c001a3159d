import type { Block, BlockKind } from "../block.js";
import type { Layer } from "../layer.js";
import type { Span } from "../span.js";

/** The longest run of characters still taken for a salute, a signature or a line of navigation. */
const SHORT_LINE = 100;

const MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";
const DATE = new RegExp(
  `\\b(?:${MONTH}\\.?\\s+\\d{1,2},?\\s+\\d{4}|\\d{1,2}\\.?\\s+${MONTH}\\.?,?\\s+\\d{4})\\b`,
  "i",
);
const ADDRESS =
  /^(?:to\s|my\s|dear\b|mr\b|mrs\b|ms\b|dr\b|sirs?\b|madam|gentlemen|ladies|fellow|friends?|comrades?|citizens|honou?rable|your\s|excellency|chairman|president|senator|general)/i;

/** A short line that names a day, with or without a place: "Washington, April 18, 1961". */
export function isDateline(line: string): boolean {
  return (
    line.length <= SHORT_LINE &&
    DATE.test(line) &&
    !/[.!?]\s/.test(line.replace(/\b[A-Z][a-z]{0,3}\.\s/g, ""))
  );
}

/** A line too short for prose and without its final stop. */
export function isShortLine(line: string): boolean {
  return line.length <= SHORT_LINE && !/[.!?…]["'”’)\]]*$/.test(line);
}

/** Whether `line` is one of the names, whatever its capitals, stops and titles: "JOHN F. KENNEDY". */
export function isSignature(line: string, names: readonly string[]): boolean {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const bare = plain(line);
  return names.some((name) => {
    const words = plain(name);
    return (
      words !== "" &&
      (bare === words ||
        bare === `/s/ ${words}` ||
        bare === `s ${words}` ||
        (bare.endsWith(` ${words}`) && bare.length <= words.length + 24))
    );
  });
}

/**
 * The length of the salute at the start of `paragraph` ("MR. CHAIRMAN:"), 0 where there is none:
 * words of address up to a colon, or a whole line of address up to its comma.
 */
export function saluteLength(paragraph: string): number {
  const colon = /^[^:;!?\n\r]{1,60}:(?=\s|$)/.exec(paragraph)?.[0];
  if (colon !== undefined && ADDRESS.test(colon) && !/[.]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(colon))
    return colon.length;
  const line = /^[^;!?\n\r]{1,60},(?=\s*$|[^\S\r\n]*[\r\n])/.exec(paragraph)?.[0];
  return line !== undefined && ADDRESS.test(line) ? line.length : 0;
}

/** The first paragraph of a letter as opener and paragraph, where the salute runs into it. */
export function splitSalute(text: string, span: Span): readonly Block[] {
  const length = saluteLength(text.slice(span.start, span.end));
  if (length === 0) return [block(span, "text", "paragraph")];
  const opener = block({ start: span.start, end: span.start + length }, "text", "opener");
  let start = opener.end;
  while (start < span.end && /\s/.test(text.charAt(start))) start += 1;
  return start < span.end ? [opener, block({ start, end: span.end }, "text", "paragraph")] : [opener];
}

export function block(span: Span, layer: Layer, kind: BlockKind, label?: string): Block {
  const { start, end } = span;
  return label === undefined
    ? { start, end, layer, kind, markers: [] }
    : { start, end, layer, kind, label, markers: [] };
}
