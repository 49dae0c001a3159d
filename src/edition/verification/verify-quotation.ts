import type { Quote } from "../quote.js";
import { QuothError } from "../quoth-error.js";
import type { Check, Explanation } from "./check.js";
import { describeTypography } from "./describe-typography.js";
import type { Judgement } from "./judge-pairs.js";
import { locateQuotation } from "./locate-quotation.js";
import { makeQuery, type Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import { matchSpans, quoteMatches } from "./quote-matches.js";
import { searchScope } from "./search-scope.js";
import type { VerifyScope } from "./verify-scope.js";

/**
 * Says whether `quotation` stands in the sources: where, in which witnesses, in whose words, and what differs.
 * Finding goes by an inverted index and may be approximate; judging compares every word and, for `exact`,
 * every character. The definitions are those of docs/verification.md.
 *
 * Time: well under a millisecond for a sentence against a letter; linear in a quotation of any length.
 * @throws QuothError `usage` for a blank quotation, `unknown-work`, `unknown-witness`.
 */
export function verifyQuotation(index: QuotationIndex, quotation: string, scope: VerifyScope = {}): Check {
  if (quotation.trim() === "") {
    throw new QuothError("usage", "There is no quotation to check.", {
      remedy: 'Give its words: quoth verify "…"',
    });
  }
  const { searched, ...search } = searchScope(index, scope);
  const query = makeQuery(index, quotation);
  const noWords = query.ids.length === 0;
  const found = noWords ? [] : locateQuotation(index, query, { ...search, searched });
  const [best] = found;
  if (best) return { ...describeBest(index, query, best, found), searched };
  return {
    version: 1,
    quotation,
    verdict: "absent",
    witnesses: [],
    differences: [],
    crossings: [],
    explanations: noWords ? ["no-words"] : [],
    searched,
  };
}

function describeBest(
  index: QuotationIndex,
  query: Query,
  best: Judgement,
  found: readonly Judgement[],
): Omit<Check, "searched"> {
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
