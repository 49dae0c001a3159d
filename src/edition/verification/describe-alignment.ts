import { alignmentGaps, type Gap } from "./alignment-gaps.js";
import type { Crossing, Difference, Explanation } from "./check.js";
import { type Cluster, describe, describeCluster, quotedText } from "./describe-words.js";
import { findOrders } from "./find-orders.js";
import { judgeEllipsis } from "./judge-ellipsis.js";
import { isHonestInsertion, sameStem } from "./judge-insertion.js";
import { differInNegation } from "./negation.js";
import { jointDifferences, partDifferences } from "./describe-joints.js";
import type { Pair, Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import { gapBefore, sourceText } from "./source-text.js";
import { wordsOf } from "../words.js";

/** What an alignment amounts to; typography is not in it. */
export interface Description {
  readonly differences: readonly Difference[];
  readonly crossings: readonly Crossing[];
  readonly explanations: readonly Explanation[];
  /** Words differ, or an ellipsis or an insertion changes the sense. */
  readonly altered: boolean;
  /** Something is left out or put in, and says so. */
  readonly elided: boolean;
  /** Words of the quotation that are the source's in another spelling. */
  readonly spelled: number;
}

/** A difference as it is found: where in the quotation, and what it makes of the verdict. */
export interface Finding {
  readonly at: number;
  readonly difference: Difference;
  readonly effect: "none" | "elided" | "altered";
  readonly explanations?: readonly Explanation[];
  readonly crossing?: Crossing;
}

/** Describes the quotation against the source, given the words in common (ascending on both sides). */
export function describeAlignment(index: QuotationIndex, query: Query, pairs: readonly Pair[]): Description {
  const findings: Finding[] = [];
  const clusters: Cluster[] = [];
  const kept = new Set(pairs.map(([, t]) => sentenceKey(index, t)));
  for (const gap of alignmentGaps(index, query, pairs)) {
    for (const piece of splitGap(query, gap)) {
      if (piece.ellipsis !== undefined)
        findings.push(...describeEllipsis(index, query, piece, (t) => kept.has(sentenceKey(index, t))));
      else if (piece.bracketed) findings.push(...describeInsertion(index, query, piece));
      else if (piece.quoted[1] > piece.quoted[0] || piece.source[1] > piece.source[0]) {
        const part = describePart(index, query, piece);
        if (part) findings.push(part);
        else clusters.push(piece);
      }
    }
  }
  const { orders, rest } = findOrders(index, query, clusters, pairs);
  for (const cluster of orders) findings.push(alteration(cluster, describe(index, query, cluster, "order")));
  for (const cluster of rest) {
    for (const difference of describeCluster(index, query, cluster))
      findings.push(alteration(cluster, difference));
  }
  findings.push(
    ...jointDifferences(index, query, pairs),
    ...partDifferences(index, query, pairs),
    ...markers(query),
  );
  findings.sort((a, b) => a.at - b.at);
  return {
    differences: findings.map(({ difference }) => difference),
    crossings: findings.flatMap(({ crossing }) => crossing ?? []),
    explanations: [...new Set(findings.flatMap(({ explanations }) => explanations ?? []))],
    altered: findings.some(({ effect }) => effect === "altered"),
    elided: findings.some(({ effect }) => effect === "elided"),
    spelled: findings.reduce(
      (sum, { difference, effect }) =>
        sum + (difference.kind === "spelling" && effect === "altered" ? wordsOf(difference.found).length : 0),
      0,
    ),
  };
}

/** A part of a gap: loose words, bracketed words, or an ellipsis (the number of the word after it). */
interface Piece extends Cluster {
  readonly bracketed?: boolean;
  readonly ellipsis?: number;
}

/**
 * Words before the first ellipsis of a gap stand against the source's first words there, words after the last
 * one against its last; what is left of the source is what the ellipsis leaves out.
 */
function splitGap(
  { parsed: { tokens } }: Query,
  { quoted: [qa, qb], source: [sa, sb], inner }: Gap,
): readonly Piece[] {
  const isEllipsis = (q: number): boolean =>
    tokens[q]?.ellipsis !== undefined && (inner || q > qa) && (q < qb || inner);
  const marks: number[] = [];
  for (let q = qa; q <= qb; q += 1) if (isEllipsis(q)) marks.push(q);
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined) return splitBrackets(tokens, [qa, qb], [sa, sb]);
  const plain = (from: number, to: number): number =>
    tokens.slice(from, to).filter((token) => !token.bracketed).length;
  const left = inner ? Math.min(plain(qa, first), sb - sa) : 0;
  const right = inner ? Math.min(plain(last, qb), sb - sa - left) : 0;
  const pieces: Piece[] = [...splitBrackets(tokens, [qa, first], [sa, sa + left])];
  if (inner) pieces.push({ quoted: [first, first], source: [sa + left, sb - right], ellipsis: first });
  pieces.push(...splitBrackets(tokens, [first, last], [sb - right, sb - right]));
  pieces.push(...splitBrackets(tokens, [last, qb], [sb - right, sb]));
  return pieces;
}

/** Bracketed words apart from loose ones; the source's words stand against the loose ones, where there are any. */
function splitBrackets(
  tokens: Query["parsed"]["tokens"],
  [qa, qb]: readonly [number, number],
  [sa, sb]: readonly [number, number],
): readonly Piece[] {
  const pieces: Piece[] = [];
  const mixed = tokens.slice(qa, qb).some((token) => !token.bracketed);
  let taken = !mixed && qb > qa ? undefined : sa;
  for (let from = qa, to = qa; from < qb; from = to) {
    const bracketed = tokens[from]?.bracketed === true;
    while (to < qb && tokens[to]?.bracketed === bracketed) to += 1;
    const start = taken ?? sa;
    const end =
      taken === undefined || (!bracketed && !tokens.slice(to, qb).some((token) => !token.bracketed))
        ? sb
        : bracketed
          ? start
          : Math.min(sb, start + to - from);
    pieces.push({ quoted: [from, to], source: [start, end], bracketed });
    taken = end;
  }
  return qa === qb ? [{ quoted: [qa, qb], source: [sa, sb] }] : pieces;
}

function describeEllipsis(
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

function describeInsertion(
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
function describePart(index: QuotationIndex, query: Query, { quoted, source }: Piece): Finding | undefined {
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

function markers({ parsed: { raw, signs, tokens } }: Query): readonly Finding[] {
  let at = 0;
  return signs.map((sign) => {
    while ((tokens[at]?.start ?? Infinity) < sign.start) at += 1;
    return {
      at,
      difference: { kind: "marker", expected: "", found: raw.slice(sign.start, sign.end), flags: [] },
      effect: "none",
    };
  });
}

function alteration(cluster: Cluster, difference: Difference): Finding {
  return { at: cluster.quoted[0], difference, effect: "altered" };
}

function sentenceKey(index: QuotationIndex, t: number): number {
  // Sentences of a passage are fewer than 2^20: key and passage fit into one number.
  return (index.placeOf[t] as number) * 2 ** 20 + (index.sentenceOf[t] as number);
}
