import type { Difference } from "./check.js";
import type { Finding } from "./finding.js";
import { judgeEllipsis } from "./judge-ellipsis.js";
import type { Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import { gapBefore, sourceText } from "./source-text.js";
import type { Piece } from "./split-gap.js";

/** An ellipsis between words in common: what it leaves out, and whether it may. */
export function describeEllipsis(
  index: QuotationIndex,
  { parsed }: Query,
  piece: Piece,
  kept: (t: number) => boolean,
): readonly Finding[] {
  const at = piece.ellipsis as number;
  const ellipsis = parsed.tokens[at]?.ellipsis;
  const [left, right] = [piece.source[0] - 1, piece.source[1]];
  // The source's own dots are no ellipsis of the quotation's.
  if (!ellipsis || (right === left + 1 && /\.\s?\.|…/.test(gapBefore(index, right)))) return [];
  const { explanations, crossing } = judgeEllipsis(index, left, right, kept);
  const difference: Difference = {
    kind: "ellipsis",
    expected: sourceText(index, left + 1, right),
    found: parsed.raw.slice(ellipsis.start, ellipsis.end),
    flags: explanations.includes("ellipsis-swallows-negation") ? ["negation"] : [],
  };
  return [
    {
      at,
      difference,
      effect: explanations.length > 0 ? "altered" : "elided",
      explanations,
      ...(crossing ? { crossing } : {}),
    },
  ];
}
