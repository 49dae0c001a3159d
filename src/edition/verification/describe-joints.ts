import type { Finding } from "./finding.js";
import { describe } from "./describe-words.js";
import { jointsAgree, type Joint } from "./joint.js";
import { isHonestInsertion } from "./judge-insertion.js";
import { cutsWord, type Pair, type Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";

/** Hyphens that came or went between words in common ("cease fire"), and hyphenated words torn at an end. */
export function jointDifferences(
  index: QuotationIndex,
  query: Query,
  pairs: readonly Pair[],
): readonly Finding[] {
  const { tokens } = query.parsed;
  const findings: Finding[] = [];
  const add = (
    kind: "spelling" | "substitution",
    quoted: readonly [number, number],
    source: readonly [number, number],
  ): void => {
    findings.push({
      at: quoted[0],
      difference: describe(index, query, { quoted, source }, kind),
      effect: "altered",
    });
  };
  pairs.forEach(([q, t], k) => {
    const before = pairs[k - 1];
    const after = pairs[k + 1];
    const runsOn = before?.[0] === q - 1 && before[1] === t - 1 && !tokens[q]?.ellipsis;
    if (runsOn) {
      if (!jointsAgree(index.joints[t] as Joint, tokens[q]?.joint as Joint))
        add("spelling", [q - 1, q + 1], [t - 1, t + 1]);
    } else if (cutsWord(index, t) && isEdge(q, before?.[0])) add("substitution", [q, q + 1], [t - 1, t + 1]);
    const endsHere = after?.[0] !== q + 1 || after[1] !== t + 1 || tokens[q + 1]?.ellipsis !== undefined;
    if (endsHere && cutsWord(index, t + 1) && (q === tokens.length - 1 || tokens[q + 1]?.ellipsis))
      add("substitution", [q, q + 1], [t, t + 2]);
  });
  return findings;

  /** Whether no loose word stands before `q`, which would be compared with what the hyphen cuts off. */
  function isEdge(q: number, before: number | undefined): boolean {
    return q === 0 || (tokens[q]?.ellipsis !== undefined && before === q - 1);
  }
}

/** Letters put in in brackets, where the word without them is the source's ("refugee[s]"). */
export function partDifferences(
  index: QuotationIndex,
  query: Query,
  pairs: readonly Pair[],
): readonly Finding[] {
  return pairs.flatMap(([q, t]): readonly Finding[] => {
    const token = query.parsed.tokens[q];
    const source = index.norms[index.ids[t] as number] as string;
    if (token?.bare === undefined || token.norm === source) return [];
    const difference = describe(index, query, { quoted: [q, q + 1], source: [t, t + 1] }, "insertion");
    if (isHonestInsertion([token.norm], [token.bare]) || token.bare.length < 4)
      return [{ at: q, difference, effect: "elided" }];
    return [{ at: q, difference, effect: "altered", explanations: ["insertion-changes-sense"] }];
  });
}
