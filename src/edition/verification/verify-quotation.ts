import type { Quote } from "../quote.js";
import { QuothError } from "../quoth-error.js";
import { type Check, type Explanation, VERDICTS } from "./check.js";
import { describeTypography } from "./describe-typography.js";
import type { Judgement } from "./judge-pairs.js";
import { locateQuotation } from "./locate-quotation.js";
import { makeQueries, type Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import { matchSpans, quoteMatches } from "./quote-matches.js";
import { type SearchScope, searchScope } from "./search-scope.js";
import type { VerifyScope } from "./verify-scope.js";

/**
 * Says whether `quotation` stands in the sources: where, in which witnesses, in whose words, and what differs.
 * Finding goes by an inverted index and may be approximate; judging compares every word and, for `exact`,
 * every character. The definitions are those of docs/verification.md. Where a scope names voices and another's words
 * fit better, these are reported, with the explanation `another-voice`.
 *
 * Time: well under a millisecond for a sentence against a letter; linear in a quotation of any length.
 * @throws QuothError `usage` for a blank quotation, `unknown-work`, `unknown-witness`.
 */
export function verifyQuotation(index: QuotationIndex, quotation: string, scope: VerifyScope = {}): Check {
  const own = verifyWithin(index, quotation, scope);
  if (scope.voices === undefined || isFaithful(own)) return own;
  const { voices: _, ...anybody } = scope;
  const other = verifyWithin(index, quotation, anybody);
  return VERDICTS.indexOf(other.verdict) < VERDICTS.indexOf(own.verdict)
    ? { ...other, explanations: ["another-voice", ...other.explanations] }
    : own;
}

function isFaithful({ verdict }: Check): boolean {
  return verdict !== "altered" && verdict !== "absent";
}

function verifyWithin(index: QuotationIndex, quotation: string, scope: VerifyScope): Check {
  if (quotation.trim() === "") {
    throw new QuothError("usage", "There is no quotation to check.", {
      remedy: 'Give its words: quoth verify "…"',
    });
  }
  const { searched, ...search } = searchScope(index, scope);
  const queries = makeQueries(index, quotation).filter(({ ids }) => ids.length > 0);
  const best = bestReading(index, queries, { ...search, searched });
  if (best) return { ...describeBest(index, best), searched };
  return {
    version: 1,
    quotation,
    verdict: "absent",
    witnesses: [],
    differences: [],
    crossings: [],
    explanations: queries.length === 0 ? ["no-words"] : [],
    searched,
  };
}

/** A reading of the quotation, and its judgements, best first. */
interface Reading {
  readonly query: Query;
  readonly best: Judgement;
  readonly found: readonly Judgement[];
}

/** The reading with the best verdict, then with the fewest differences, then the first. */
function bestReading(
  index: QuotationIndex,
  queries: readonly Query[],
  search: SearchScope,
): Reading | undefined {
  let reading: Reading | undefined;
  for (const query of queries) {
    const found = locateQuotation(index, query, search);
    const [best] = found;
    if (best && (!reading || isBetter(best, reading.best))) reading = { query, best, found };
    if (best?.verdict === "exact") break;
  }
  return reading;
}

function isBetter(one: Judgement, other: Judgement): boolean {
  const rank = VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict);
  return rank < 0 || (rank === 0 && one.differences.length < other.differences.length);
}

function describeBest(index: QuotationIndex, { query, best, found }: Reading): Omit<Check, "searched"> {
  const quotes = quoteMatches(index, best.pairs);
  // Where an editor's words are among them, it is these that a reader has to be told of.
  const quote = (quotes.find(({ layer }) => layer !== "text") ?? quotes[0]) as Quote;
  const listed =
    best.verdict === "exact" || best.verdict === "altered"
      ? []
      : describeTypography(index, query, best.pairs);
  return {
    version: 1,
    quotation: query.parsed.raw,
    verdict: best.verdict,
    layer: quote.layer,
    voice: quote.voice,
    reference: quote.reference,
    quote,
    ...(quotes.length > 1 ? { quotes: [...quotes] } : {}),
    spans: [...(best.exact ?? matchSpans(index, best.pairs))],
    witnesses: best.verdict === "altered" ? [] : witnessesReading(best, found),
    differences: [...best.differences, ...listed],
    crossings: [...best.crossings],
    explanations: [...voices(quotes), ...best.explanations],
  };
}

function voices(quotes: readonly Quote[]): readonly Explanation[] {
  const editors = quotes.filter(({ layer }) => layer !== "text").length;
  if (editors === 0) return [];
  return editors === quotes.length ? ["not-the-authors-words"] : ["not-the-authors-words", "mixed-layers"];
}

/** The witnesses of the same work that deserve the same verdict. */
function witnessesReading(best: Judgement, found: readonly Judgement[]): string[] {
  const same = found.filter(
    ({ verdict, stream }) => verdict === best.verdict && stream.work === best.stream.work,
  );
  return [...new Set(same.map(({ stream }) => stream.witness.siglum))];
}
