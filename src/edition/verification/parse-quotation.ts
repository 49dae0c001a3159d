import type { Span } from "../span.js";
import { type Bracket, findBrackets } from "./find-brackets.js";
import { findEllipses } from "./find-ellipses.js";
import { JOINT } from "./joint.js";
import { outsideOf } from "./own-brackets.js";
import { type PartWord, partWords } from "./part-words.js";
import { type Token, tokensOf } from "./tokens.js";

/** A token of the quotation. */
interface QuotedToken extends Token {
  /** Within square brackets: not claimed to be the source's. */
  readonly bracketed: boolean;
  /** May be a note sign as well as a word ("[A]"). */
  readonly optional: boolean;
  /** A word with bracketed letters: what it is without them ("refugee[s]": "refugee"). */
  readonly bare?: string;
  /** The ellipsis that goes before it, between it and the word before. */
  readonly ellipsis?: Span;
}

/** A quotation read: its words with offsets into `raw`, the ellipses between and around them, its note signs. */
export interface ParsedQuotation {
  readonly raw: string;
  readonly tokens: readonly QuotedToken[];
  readonly leading?: Span;
  readonly trailing?: Span;
  readonly signs: readonly Span[];
}

/** What the parser has to know about the sources to read line-end hyphens and spaced figures. */
export interface Lexicon {
  readonly labels: ReadonlySet<string>;
  has(norm: string): boolean;
}

/**
 * Reads a quotation, in linear time; offsets are UTF-16 units of `raw`, which is kept as it came. The brackets
 * `own` are read as punctuation.
 */
export function parseQuotation(raw: string, lexicon: Lexicon, own: readonly Span[] = []): ParsedQuotation {
  const brackets = outsideOf(findBrackets(raw, lexicon.labels), own);
  const signs = brackets.filter((bracket) => bracket.kind === "sign");
  const parts = partWords(raw, brackets);
  const ellipses = outsideOf(findEllipses(raw), own);
  const hidden = [
    ...signs.map((span) => ({ ...span, by: " " })),
    ...ellipses.map((span) => ({ ...span, by: " " })),
    ...parts.map((span) => ({ ...span, by: "x" })),
  ].sort((a, b) => a.start - b.start);
  const words = rejoinTokens(raw, markBrackets(tokensOf(overlay(raw, hidden)), brackets, parts), lexicon);

  // A quotation that is bracketed from end to end quotes the brackets.
  const allBracketed = words.length > 1 && words.every((token) => token.bracketed);
  const tokens: QuotedToken[] = [];
  let next = 0;
  let leading: Span | undefined;
  for (const token of words) {
    let ellipsis: Span | undefined;
    for (let one = ellipses[next]; one && one.end <= token.start; one = ellipses[next]) {
      ellipsis = { start: ellipsis?.start ?? one.start, end: one.end };
      next += 1;
    }
    const claimed = allBracketed ? { ...token, bracketed: false } : token;
    if (tokens.length === 0) leading = ellipsis;
    tokens.push(ellipsis && tokens.length > 0 ? { ...claimed, ellipsis, joint: JOINT.apart } : claimed);
  }
  const trailing = ellipses[next];
  return { raw, tokens, signs, ...(leading ? { leading } : {}), ...(trailing ? { trailing } : {}) };
}

function markBrackets(
  tokens: readonly Token[],
  brackets: readonly Bracket[],
  parts: readonly PartWord[],
): readonly QuotedToken[] {
  let bracketAt = 0;
  let partAt = 0;
  return tokens.map((token) => {
    while ((brackets[bracketAt]?.end ?? Infinity) <= token.start) bracketAt += 1;
    while ((parts[partAt]?.end ?? Infinity) <= token.start) partAt += 1;
    const part = parts[partAt];
    if (part && part.start < token.end) {
      return {
        ...token,
        start: part.start,
        end: part.end,
        norm: part.norm,
        bare: part.bare,
        bracketed: false,
        optional: false,
      };
    }
    const bracket = brackets[bracketAt];
    const bracketed = bracket !== undefined && bracket.kind !== "part" && bracket.start < token.start;
    return { ...token, bracketed, optional: bracketed && bracket.kind === "letter" };
  });
}

/** Joins what typography took apart, where the sources know the whole: "govern-¶ment", "100 000". */
function rejoinTokens(raw: string, tokens: readonly QuotedToken[], lexicon: Lexicon): readonly QuotedToken[] {
  const joined: QuotedToken[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const whole =
      before && before.bracketed === token.bracketed ? rejoin(raw, before, token, lexicon) : undefined;
    if (before && whole !== undefined) joined[joined.length - 1] = { ...before, norm: whole, end: token.end };
    else joined.push(token);
  }
  return joined;
}

function rejoin(raw: string, before: Token, token: Token, lexicon: Lexicon): string | undefined {
  if (token.start - before.end > 20) return undefined;
  const gap = raw.slice(before.end, token.start);
  if (/^[-\u2010][^\S\r\n]*(?:\r\n|[\r\n])\s*$/.test(gap)) {
    const whole = before.norm + token.norm;
    return lexicon.has(whole) ? whole : undefined;
  }
  if (!/^\d{3}$/.test(token.norm) || !/^[ \u00A0\u2007\u2009\u202F.]$/.test(gap)) return undefined;
  // "6.901.000": one stop alone would be a decimal.
  const grouped = gap === "." ? /^(?:\d{1,3}\.\d{3}|\d{4,})$/ : /^\d{1,12}$/;
  const figures = before.norm.replace(".", "") + token.norm;
  return grouped.test(before.norm) && lexicon.has(figures) ? figures : undefined;
}

/** `raw` with each span overwritten by as many characters `by`. */
function overlay(raw: string, spans: readonly (Span & { readonly by: string })[]): string {
  let text = "";
  let from = 0;
  for (const { start, end, by } of spans) {
    if (start < from) continue;
    text += raw.slice(from, start) + by.repeat(end - start);
    from = end;
  }
  return text + raw.slice(from);
}
