import { wordsOf } from "../words.js";
import { alignmentGaps } from "./alignment-gaps.js";
import type { Crossing, Difference, Explanation } from "./check.js";
import { describeEllipsis } from "./describe-ellipsis.js";
import { describeInsertion, describePart } from "./describe-insertion.js";
import { jointDifferences, partDifferences } from "./describe-joints.js";
import { type Cluster, describe, describeCluster } from "./describe-words.js";
import { findOrders } from "./find-orders.js";
import type { Finding } from "./finding.js";
import type { Pair, Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import { splitGap } from "./split-gap.js";

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
