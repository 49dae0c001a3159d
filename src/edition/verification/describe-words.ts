import type { Difference } from "./check.js";
import { differenceFlags } from "./difference-flags.js";
import type { Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import { sameWord } from "./same-word.js";
import { sourceText } from "./source-text.js";

/** Words of the quotation `[from, to)` that stand where the source has the tokens `[from, to)`; one may be empty. */
export interface Cluster {
  readonly quoted: readonly [number, number];
  readonly source: readonly [number, number];
}

/** The differences of words in a cluster: spellings of the same word apart from words put for others. */
export function describeCluster(
  index: QuotationIndex,
  query: Query,
  cluster: Cluster,
): readonly Difference[] {
  let [qa, qb] = cluster.quoted;
  let [sa, sb] = cluster.source;
  const spelled = (q: readonly [number, number], s: readonly [number, number]): boolean =>
    q[1] > q[0] && s[1] > s[0] && sameWord(norms(index, s), quotedNorms(query, q));
  if (spelled([qa, qb], [sa, sb])) return [describe(index, query, cluster, "spelling")];

  const before: Difference[] = [];
  const after: Difference[] = [];
  while (qa < qb && sa < sb && spelled([qa, qa + 1], [sa, sa + 1])) {
    before.push(describe(index, query, { quoted: [qa, qa + 1], source: [sa, sa + 1] }, "spelling"));
    [qa, sa] = [qa + 1, sa + 1];
  }
  while (qa < qb && sa < sb && spelled([qb - 1, qb], [sb - 1, sb])) {
    after.unshift(describe(index, query, { quoted: [qb - 1, qb], source: [sb - 1, sb] }, "spelling"));
    [qb, sb] = [qb - 1, sb - 1];
  }
  const rest: Cluster = { quoted: [qa, qb], source: [sa, sb] };
  const middle: Difference[] = [];
  const inner =
    qb - qa === sb - sa
      ? [...Array(qb - qa).keys()].find((k) => spelled([qa + k, qa + k + 1], [sa + k, sa + k + 1]))
      : undefined;
  if (inner !== undefined) {
    middle.push(
      ...describeCluster(index, query, { quoted: [qa, qa + inner], source: [sa, sa + inner] }),
      ...describeCluster(index, query, { quoted: [qa + inner, qb], source: [sa + inner, sb] }),
    );
  } else if (qb > qa && sb > sa) middle.push(describe(index, query, rest, "substitution"));
  else if (qb > qa) middle.push(describe(index, query, rest, "insertion"));
  else if (sb > sa) middle.push(describe(index, query, rest, "deletion"));
  return [...before, ...middle, ...after];
}

/** One difference with its flags and both wordings, each as it is printed. */
export function describe(
  index: QuotationIndex,
  query: Query,
  { quoted, source }: Cluster,
  kind: Difference["kind"],
): Difference {
  const moved = kind === "order";
  return {
    kind,
    expected: sourceText(index, ...source),
    found: quotedText(query, ...quoted),
    flags: differenceFlags(index, query, range(source), range(quoted), moved),
  };
}

/** The words `[from, to)` of the quotation as they were typed. */
export function quotedText({ parsed: { raw, tokens } }: Query, from: number, to: number): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last || to <= from) return "";
  const start = first.bracketed && raw.charAt(first.start - 1) === "[" ? first.start - 1 : first.start;
  const end = last.bracketed && raw.charAt(last.end) === "]" ? last.end + 1 : last.end;
  return raw.slice(start, end);
}

function norms(index: QuotationIndex, [from, to]: readonly [number, number]): string {
  return [...index.ids.subarray(from, to)].map((id) => index.norms[id]).join(" ");
}

function quotedNorms({ parsed: { tokens } }: Query, [from, to]: readonly [number, number]): string {
  return tokens
    .slice(from, to)
    .map((token) => token.norm)
    .join(" ");
}

function range([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
