import { describe, quotedText } from "./describe-words.js";
import type { Finding } from "./finding.js";
import { isHonestInsertion, sameStem } from "./judge-insertion.js";
import { differInNegation } from "./negation.js";
import type { Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import type { Piece } from "./split-gap.js";

/** Words in square brackets, and what they stand for. */
export function describeInsertion(
  index: QuotationIndex,
  query: Query,
  { quoted, source }: Piece,
): readonly Finding[] {
  const inserted = query.parsed.tokens.slice(...quoted);
  const replaced = [...index.ids.subarray(...source)].map((id) => index.norms[id] as string);
  const at = quoted[0];
  if (inserted.length === replaced.length && inserted.every(({ norm }, k) => norm === replaced[k])) return [];
  if (inserted.length === 1 && inserted[0]?.optional && replaced.length === 0) {
    return [
      {
        at,
        difference: { kind: "marker", expected: "", found: quotedText(query, ...quoted), flags: [] },
        effect: "none",
      },
    ];
  }
  const honest = isHonestInsertion(
    inserted.map(({ norm }) => norm),
    replaced,
  );
  const kind = honest || replaced.length === 0 ? "insertion" : "substitution";
  const difference = describe(index, query, { quoted, source }, kind);
  return [
    honest
      ? { at, difference, effect: "elided" }
      : { at, difference, effect: "altered", explanations: ["insertion-changes-sense"] },
  ];
}

/** A bracketed ending in the place of the source's: "intend[ed]" for "intends". */
export function describePart(
  index: QuotationIndex,
  query: Query,
  { quoted, source }: Piece,
): Finding | undefined {
  const token = query.parsed.tokens[quoted[0]];
  if (token?.bare === undefined || quoted[1] - quoted[0] !== 1 || source[1] - source[0] !== 1)
    return undefined;
  const word = index.norms[index.ids[source[0]] as number] as string;
  // The brackets say what is the editor's: all that is outside of them has to be the source's.
  if (
    !sameStem(token.norm, word) ||
    !word.startsWith(token.bare.slice(0, -1)) ||
    differInNegation([word], [token.norm])
  )
    return undefined;
  return {
    at: quoted[0],
    difference: describe(index, query, { quoted, source }, "insertion"),
    effect: "elided",
  };
}
