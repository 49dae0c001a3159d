import { cutSpans } from "../cut-spans.js";
import { type Span, sliceSpans } from "../span.js";
import { cutsWord, type Pair, type Query } from "./query.js";
import type { QuotationIndex, Stream } from "./quotation-index.js";
import { skipsWithin } from "./source-text.js";
import { streamAt } from "./stream-at.js";
import { quotedCores } from "./strip-quotation-marks.js";

/**
 * The spans of the witness that are the quotation character for character, quotation marks around it aside and
 * note signs stepped over; undefined where it is not so. `pairs` have to cover every word of the quotation.
 */
export function exactSpans(
  index: QuotationIndex,
  { parsed }: Query,
  pairs: readonly Pair[],
): readonly Span[] | undefined {
  const first = pairs[0];
  const last = pairs.at(-1);
  if (!first || !last || pairs.length !== parsed.tokens.length || last[1] - first[1] !== pairs.length - 1)
    return undefined;
  // "fire" of "cease-fire" is a slice, but no word of the source.
  if (cutsWord(index, first[1]) || cutsWord(index, last[1] + 1)) return undefined;
  const stream = index.streams[streamAt(index, first[1])] as Stream;
  const { text } = stream.witness;
  const [lead, trail] = [parsed.tokens[0]?.start ?? 0, parsed.tokens.at(-1)?.end ?? 0];
  for (const core of quotedCores(parsed.raw)) {
    if (core.start > lead || core.end < trail) continue;
    const start = extendLeft(stream, index.starts[first[1]] as number, parsed.raw.slice(core.start, lead));
    const end = extendRight(stream, index.ends[last[1]] as number, parsed.raw.slice(trail, core.end));
    if (start === undefined || end === undefined) continue;
    const spans = cutSpans(text, { start, end }, skipsWithin(stream.skips, { start, end }));
    if (sliceSpans(text, spans) === parsed.raw.slice(core.start, core.end)) return spans;
  }
  return undefined;
}

/** Where `lead` begins in the witness when it ends at `at`; undefined where something else stands there. */
function extendLeft({ witness: { text }, skips }: Stream, at: number, lead: string): number | undefined {
  let start = at;
  for (let k = lead.length - 1; k >= 0; k -= 1) {
    for (;;) {
      const skip = skipsWithin(skips, { start: start - 1, end: start })[0];
      if (!skip) break;
      start = skip.start;
    }
    start -= 1;
    if (text.charAt(start) !== lead.charAt(k)) return undefined;
  }
  return start;
}

function extendRight({ witness: { text }, skips }: Stream, at: number, trail: string): number | undefined {
  let end = at;
  for (const unit of trail.split("")) {
    for (;;) {
      const skip = skipsWithin(skips, { start: end, end: end + 1 })[0];
      if (!skip) break;
      end = skip.end;
    }
    if (text.charAt(end) !== unit) return undefined;
    end += 1;
  }
  return end;
}
