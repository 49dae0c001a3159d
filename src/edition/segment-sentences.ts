import { ANYWHERE, BEFORE_NUMERALS, SENTENCE_OPENERS, TITLES } from "./abbreviations.js";
import type { Span } from "./span.js";

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentences of `text`, trimmed, in order; together they hold every non-blank character.
 *
 * The boundaries are those of Unicode Standard Annex 29 (Intl.Segmenter) in a copy of the text whose line
 * ends are blanks, less those that stand after an abbreviation ("Dr. Castro", "6:45 p.m. April 18",
 * "No. 10", "N. S. Khrushchev"), before a lower-case word, or around a piece without a letter. A semicolon
 * or a colon never ends a sentence.
 */
export function segmentSentences(text: string, language = "en"): readonly Span[] {
  const flat = text.replace(/[\r\n\u2028\u2029\u0085\v\f]/g, " ");
  const spans: { start: number; end: number }[] = [];
  for (const piece of segmenterFor(language).segment(flat)) {
    for (const [index, segment] of splitBeforeNumerals(piece.index, piece.segment)) {
      const start = index + segment.length - segment.trimStart().length;
      const end = index + segment.trimEnd().length;
      if (end <= start) continue;
      const last = spans.at(-1);
      if (last && !isBoundary(flat, last, start, end)) last.end = end;
      else spans.push({ start, end });
    }
  }
  return spans;
}

/**
 * Annex 29 ends no sentence before a numeral that lower-case words follow ("in 1961. 100,000 fled"). Here one
 * ends there after a word of three small letters or a number of three digits: "ch. 5. 3 cups" stays whole.
 */
const BEFORE_NUMERAL = /(?<=(?:\p{Ll}{3}|\p{N}{3})\.["'”’)\]]*)\s+(?=["'“‘(]?\p{N})/gu;

function splitBeforeNumerals(index: number, segment: string): readonly (readonly [number, string])[] {
  let start = 0;
  const pieces: (readonly [number, string])[] = [];
  for (const match of segment.matchAll(BEFORE_NUMERAL)) {
    pieces.push([index + start, segment.slice(start, match.index)]);
    start = match.index;
  }
  return [...pieces, [index + start, segment.slice(start)]];
}

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** What stands farther before a stop has no say in it; it bounds the work on a text of nothing but initials. */
const LOOK_BACK = 200;

/** Whether a sentence really ends between `left` and the segment at `start`. */
function isBoundary(text: string, left: Span, start: number, end: number): boolean {
  const before = text.slice(Math.max(left.start, left.end - LOOK_BACK), left.end);
  const after = text.slice(start, end);
  if (!/\p{L}/u.test(after))
    return /^[\p{Ps}\p{Pi}"'“‘]?\p{N}/u.test(after) && !endsInAbbreviation(before, after);
  if (!/[\p{L}\p{N}]/u.test(before)) return false;
  if (isEnumerator(before)) return false;
  if (/^[\p{Pe}\p{Pf}\p{Po}\p{Pd}]*\p{Ll}/u.test(after)) return false;
  if (/[;:,]["'”’)\]]*$/.test(before)) return false;
  return !endsInAbbreviation(before, after);
}

/** "1.", "(2)", "a)", "IV." alone: the number of what follows. */
function isEnumerator(piece: string): boolean {
  return /^[([]?(?:\p{N}{1,4}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]+$/u.test(piece);
}

function endsInAbbreviation(before: string, after: string): boolean {
  const match = /(?:^|[\s(["'“‘\u2014\u2013-])((?:\p{L}[\p{L}\p{M}'’]*\.)*\p{L}[\p{L}\p{M}'’]*)\.$/u.exec(
    before,
  );
  if (!match) return false;
  const word = (match[1] as string).toLowerCase();
  const next = /^["'“‘([]*([\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*)/u.exec(after)?.[1] ?? "";
  const opensSentence = SENTENCE_OPENERS.has(next.toLowerCase());
  if (TITLES.has(word)) return /^\p{Lu}/u.test(next) && !(opensSentence && next.length > 1);
  if (BEFORE_NUMERALS.has(word) && /^(?:\p{N}|[IVXLC]+\b)/u.test(next)) return true;
  if (/^(?:a\.m|p\.m)$/.test(word)) return !opensSentence || /^\p{Ll}/u.test(next);
  // An initial ("John F. Kennedy") or initials ("U.S. Government").
  const initials = /^(?:\p{L}\.)*\p{L}$/u.test(word);
  if (initials && word !== "i") return /^[\p{Lu}\p{N}]/u.test(next) && !opensSentence;
  return ANYWHERE.has(word) && !opensSentence;
}
