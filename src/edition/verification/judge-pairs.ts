import type { Span } from "../span.js";
import type { Difference, Verdict } from "./check.js";
import { describeAlignment, type Description } from "./describe-alignment.js";
import { exactSpans } from "./is-exact.js";
import { isClose } from "./is-close.js";
import type { Pair, Query } from "./query.js";
import type { QuotationIndex, Stream } from "./quotation-index.js";
import { streamAt } from "./stream-at.js";

/** A quotation judged against one passage. */
export interface Judgement extends Description {
  readonly verdict: Exclude<Verdict, "absent">;
  readonly pairs: readonly Pair[];
  readonly stream: Stream;
  /** Where it is exact: the spans that it is, stops included. */
  readonly exact?: readonly Span[];
}

/** What the words in common amount to; undefined where the quotation is not close to this passage. */
export function judgePairs(
  index: QuotationIndex,
  query: Query,
  pairs: readonly Pair[],
): Judgement | undefined {
  const [first] = pairs;
  if (!first) return undefined;
  const stream = index.streams[streamAt(index, first[1])] as Stream;
  const exact = exactSpans(index, query, pairs);
  if (exact) {
    const none: readonly Difference[] = [];
    return {
      verdict: "exact",
      pairs,
      stream,
      exact,
      differences: none,
      crossings: [],
      explanations: [],
      altered: false,
      elided: false,
      spelled: 0,
    };
  }
  const described = describeAlignment(index, query, pairs);
  if (described.altered)
    return isClose(query, pairs, described.spelled)
      ? { ...described, verdict: "altered", pairs, stream }
      : undefined;
  return { ...described, verdict: described.elided ? "elided" : "exact-normalized", pairs, stream };
}
