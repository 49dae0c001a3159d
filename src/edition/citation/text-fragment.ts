import type { Passage } from "../passage.js";
import type { Quote } from "../quote.js";
import { QuothError } from "../quoth-error.js";
import { type Skip, skipsOf } from "../skips-of.js";
import type { Span } from "../span.js";
import type { Witness } from "../work.js";
import { findFragment, type TextDirective } from "./find-fragment.js";
import { standsOnce } from "./stands-once.js";

/** Longer quotes are named by their first and last words (Chromium's own limit for a whole match, characters). */
const LONGEST_WHOLE = 300;
/** Words of a range's start and end, and of a context, to begin with; more only where they are ambiguous. */
const FEWEST_WORDS = 4;
const MOST_WORDS = 16;

/**
 * A link that opens the edition's page at the quote: the witness's address with a text directive that, in
 * the witness text, finds this place and no other. The words are those of the edition as it prints them; a
 * marker inside the quote, which the page may show in its own way, is stepped over by a range.
 * @throws QuothError `not-found` where work.yaml gives the edition no address.
 */
export function textFragment(witness: Witness, passage: Passage, quote: Quote): string {
  if (witness.url === undefined) {
    throw new QuothError(
      "not-found",
      `work.yaml gives no address for the edition "${witness.siglum}", so there is nothing to link to.`,
      {
        remedy: "Cite an edition that has one, or write its url into work.yaml.",
      },
    );
  }
  const span = spokenRange(witness.text, quote.spans);
  const directive = chooseDirective(witness, span, skipsOf(passage));
  const [page = "", fragment] = witness.url.split(/#(.*)/s);
  return `${page}#${fragment?.split(":~:")[0] ?? ""}:~:text=${formatDirective(directive)}`;
}

/**
 * From the first to the last span of a quote that holds a word: a stop that stands alone behind a marker
 * ("countries[A].") is no term that a browser could look for.
 */
export function spokenRange(text: string, spans: readonly Span[]): Span {
  const spoken = spans.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
  const [first, last] = spoken.length > 0 ? [spoken[0], spoken.at(-1)] : [spans[0], spans.at(-1)];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

/** Percent-encodes a directive; `-`, `,` and `&` are its own signs and never left bare. */
function formatDirective({ prefix, start, end, suffix }: TextDirective): string {
  const terms = [
    prefix === undefined ? undefined : `${encode(prefix)}-`,
    encode(start),
    end === undefined ? undefined : encode(end),
    suffix === undefined ? undefined : `-${encode(suffix)}`,
  ];
  return terms.filter((term) => term !== undefined).join(",");
}

/** The shortest candidate that finds exactly `span`; failing that, the most explicit one. */
function chooseDirective(witness: Witness, span: Span, markers: readonly Skip[]): TextDirective {
  const candidates = [...candidatesFor(witness.text, span, markers)];
  const exact = candidates.find((candidate) => finds(witness, candidate, span));
  return exact ?? (candidates.at(-1) as TextDirective);
}

/** Whether a browser that follows the directive comes to just this place. */
function finds(witness: Witness, directive: TextDirective, span: Span): boolean {
  // What stands nowhere else need not be looked for from the beginning; a sign before it decides on whole words.
  const isQuick = directive.prefix === undefined && standsOnce(witness, directive.start);
  const from = isQuick ? Math.max(0, span.start - 2) : 0;
  const found = findFragment(witness.text.slice(from), directive);
  return found !== undefined && found.start + from === span.start && found.end + from === span.end;
}

function* candidatesFor(text: string, span: Span, markers: readonly Skip[]): Generator<TextDirective> {
  const inside = markers.filter((marker) => marker.end > span.start && marker.start < span.end);
  const head = { start: span.start, end: inside[0]?.start ?? span.end };
  const tail = { start: inside.at(-1)?.end ?? span.start, end: span.end };
  const contexts = [{}, ...contextsOf(text, span, markers)];
  if (inside.length === 0 && span.end - span.start <= LONGEST_WHOLE) {
    for (const context of contexts) yield { ...context, start: collapse(text.slice(span.start, span.end)) };
    return;
  }
  for (let count = FEWEST_WORDS; count <= MOST_WORDS; count *= 2) {
    const start = firstWords(text.slice(head.start, head.end), count);
    const end = lastWords(text.slice(tail.start, tail.end), count);
    for (const context of contexts) yield { ...context, start, end };
  }
}

/** Words before and after, as far as no marker stands between them and the quote. */
function contextsOf(text: string, span: Span, markers: readonly Skip[]): readonly Partial<TextDirective>[] {
  const before = text.slice(Math.max(0, span.start - 400), span.start);
  const after = text.slice(span.end, span.end + 400);
  const touches = (from: number, to: number): boolean =>
    markers.some((marker) => marker.start < to && marker.end > from);
  const lines = /[\r\n\u2028\u2029]+/;
  const lineBefore = before.trimEnd().split(lines).at(-1) ?? "";
  const lineAfter = after.trimStart().split(lines)[0] ?? "";
  return [FEWEST_WORDS, MOST_WORDS].flatMap((count) => {
    const prefix = lastWords(lineBefore, count);
    const suffix = firstWords(lineAfter, count);
    const usable = {
      prefix: prefix !== "" && !touches(span.start - prefix.length - 2, span.start),
      suffix: suffix !== "" && !touches(span.end, span.end + suffix.length + 2),
    };
    return [
      ...(usable.prefix ? [{ prefix }] : []),
      ...(usable.suffix ? [{ suffix }] : []),
      ...(usable.prefix && usable.suffix ? [{ prefix, suffix }] : []),
    ];
  });
}

function encode(term: string): string {
  // encodeURIComponent refuses lone surrogates and leaves the hyphen, which separates terms.
  return encodeURIComponent(
    term.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD"),
  ).replace(/-/g, "%2D");
}

function collapse(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function firstWords(text: string, count: number): string {
  return collapse(text).split(" ").slice(0, count).join(" ");
}

function lastWords(text: string, count: number): string {
  return collapse(text).split(" ").slice(-count).join(" ");
}
