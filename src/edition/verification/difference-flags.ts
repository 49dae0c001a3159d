import type { DifferenceFlag } from "./check.js";
import { isCapital } from "./is-capital.js";
import { differInNegation } from "./negation.js";
import { isNumber } from "./number-words.js";
import type { Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import { SEEN } from "./token-columns.js";

/** Capitals that are no names. */
const NO_NAMES = /^(?:i|i'm|i'd|i'll|i've|a|o|oh)$/;
/** In a quotation with more capitals than this share, capitals say nothing (a headline). */
const HEADLINE = 0.6;

/**
 * What a careful reader has to be told of a difference: that a negation, a number or a proper name came, went
 * or changed. `sources` are tokens of the index, `quoted` words of the quotation.
 */
export function differenceFlags(
  index: QuotationIndex,
  query: Query,
  sources: readonly number[],
  quoted: readonly number[],
  moved = false,
): DifferenceFlag[] {
  const { tokens } = query.parsed;
  const expected = sources.map((t) => index.norms[index.ids[t] as number] as string);
  const found = quoted.map((q) => tokens[q]?.norm ?? "");
  const names = [
    expected.filter((_, k) => isName(index, sources[k] as number)),
    found.filter((_, k) => isQuotedName(index, query, quoted[k] as number)),
  ];
  const numbers = [expected.filter(isNumber), found.filter(isNumber)];
  // What merely moved is the same on both sides: it is flagged for what it is.
  const changed = ([left = [], right = []]: readonly (readonly string[])[]): boolean =>
    moved ? left.length > 0 : [...left].sort().join(" ") !== [...right].sort().join(" ");
  const flags: DifferenceFlag[] = [];
  if (moved ? differInNegation(expected, []) : differInNegation(expected, found)) flags.push("negation");
  if (changed(numbers)) flags.push("number");
  if (changed(names)) flags.push("name");
  return flags;
}

/** A word of the source with a capital that is not owed to its place. */
function isName(index: QuotationIndex, t: number): boolean {
  const place = index.places[index.placeOf[t] as number];
  if (!place || !isCapital(place.witness.text, index.starts[t] as number)) return false;
  const id = index.ids[t] as number;
  if (NO_NAMES.test(index.norms[id] as string)) return false;
  const before = place.witness.text.slice(Math.max(0, (index.starts[t] as number) - 3), index.starts[t]);
  const opens =
    index.sentenceOf[t] !== index.sentenceOf[t - 1] ||
    index.placeOf[t] !== index.placeOf[t - 1] ||
    /[.!?:]["”’)]?\s$/.test(before);
  return !opens || knownName(index, id);
}

function isQuotedName(index: QuotationIndex, query: Query, q: number): boolean {
  const { raw, tokens } = query.parsed;
  const token = tokens[q];
  if (!token || NO_NAMES.test(token.norm)) return false;
  const id = index.vocabulary.get(token.norm);
  if (id !== undefined && knownName(index, id)) return true;
  if (!isCapital(raw, token.start) || isHeadline(query)) return false;
  const before = raw.slice(tokens[q - 1]?.end ?? 0, token.start);
  return (
    q > 0 &&
    !token.ellipsis &&
    !/[.!?:]/.test(before) &&
    !(id !== undefined && ((index.seen[id] as number) & SEEN.lower) !== 0)
  );
}

/** Seen with a capital inside a sentence, and never without. */
function knownName(index: QuotationIndex, id: number): boolean {
  return index.seen[id] === SEEN.capital;
}

const headlines = new WeakMap<Query, boolean>();

function isHeadline(query: Query): boolean {
  let known = headlines.get(query);
  if (known === undefined) {
    const { raw, tokens } = query.parsed;
    known =
      tokens.length > 3 &&
      tokens.filter((token) => isCapital(raw, token.start)).length > HEADLINE * tokens.length;
    headlines.set(query, known);
  }
  return known;
}
