import type { Span } from "../span.js";
import { JOINT } from "./joint.js";
import { ownBrackets } from "./own-brackets.js";
import { type ParsedQuotation, parseQuotation } from "./parse-quotation.js";
import type { QuotationIndex } from "./quotation-index.js";

/** A quotation in the index's own terms: word ids, -1 where the sources do not have the word. */
export interface Query {
  readonly parsed: ParsedQuotation;
  readonly ids: Int32Array;
  /** Ids without the bracketed letters, where there are any. */
  readonly bare: Int32Array;
}

/** A word of the quotation (its number) and the token of the source that it is. */
export type Pair = readonly [quoted: number, source: number];

/**
 * The readings of a quotation: its brackets as an editor's; before that, where it has brackets that the sources
 * have themselves, these as the sources'.
 */
export function makeQueries(index: QuotationIndex, quotation: string): readonly Query[] {
  const own = ownBrackets(quotation, index.brackets);
  const asEditors = makeQuery(index, quotation, []);
  return own.length > 0 ? [makeQuery(index, quotation, own), asEditors] : [asEditors];
}

function makeQuery(index: QuotationIndex, quotation: string, own: readonly Span[]): Query {
  const lexicon = { labels: index.labels, has: (norm: string) => index.vocabulary.has(norm) };
  const parsed = parseQuotation(quotation, lexicon, own);
  const idOf = (norm: string | undefined): number =>
    norm === undefined ? -1 : (index.vocabulary.get(norm) ?? -1);
  return {
    parsed,
    ids: Int32Array.from(parsed.tokens, (token) => idOf(token.norm)),
    bare: Int32Array.from(parsed.tokens, (token) => idOf(token.bare)),
  };
}

/** Whether word `q` of the quotation is token `t` of the source. */
export function sameToken(index: QuotationIndex, query: Query, q: number, t: number): boolean {
  const id = index.ids[t];
  return id !== 0 && (query.ids[q] === id || query.bare[q] === id);
}

/** Whether a quotation that begins at token `t` tears a hyphenated word ("fire" of "cease-fire") apart. */
export function cutsWord(index: QuotationIndex, t: number): boolean {
  if (index.joints[t] !== JOINT.hyphen) return false;
  const figure = (at: number): boolean => /^\p{N}/u.test(index.norms[index.ids[at] as number] as string);
  // The two ends of "286-287" are words of their own.
  return !(figure(t) && figure(t - 1));
}
