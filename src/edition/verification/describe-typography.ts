import type { Difference } from "./check.js";
import type { Pair, Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import { gapBefore } from "./source-text.js";
import { quotedCores } from "./strip-quotation-marks.js";

/** Differences of one text listed at most; a headline in capitals has one a word. */
const MOST_LISTED = 50;

/** What differs besides the words: case, glyphs, stops, white space, each pair of readings once. */
export function describeTypography(
  index: QuotationIndex,
  { parsed }: Query,
  pairs: readonly Pair[],
): readonly Difference[] {
  const { raw, tokens } = parsed;
  const listed = new Map<string, Difference>();
  const add = (expected: string, found: string): void => {
    if (expected === found || listed.size >= MOST_LISTED) return;
    listed.set(JSON.stringify([expected, found]), { kind: "typography", expected, found, flags: [] });
  };
  const signs = parsed.signs;
  const typed = (from: number, to: number): string => {
    let text = raw.slice(from, to);
    // Note signs are listed as what they are.
    for (const sign of signs)
      if (sign.start >= from && sign.end <= to) text = text.replace(raw.slice(sign.start, sign.end), "");
    return text;
  };
  const core = quotedCores(raw).at(-1) ?? { start: 0, end: raw.length };
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first && !first.bracketed) add("", typed(Math.min(core.start, first.start), first.start).trim());
  pairs.forEach(([q, t], k) => {
    const token = tokens[q];
    const place = index.places[index.placeOf[t] as number];
    if (!token || !place) return;
    const before = pairs[k - 1];
    if (before?.[0] === q - 1 && before[1] === t - 1 && !token.ellipsis) {
      const [expected, found] = [gapBefore(index, t), typed(tokens[q - 1]?.end ?? 0, token.start)];
      const [bare, bareFound] = [expected.trim(), found.trim()];
      if (bare !== bareFound && bare + bareFound !== "") add(bare, bareFound);
      else add(expected, found);
    }
    // Letters put in are listed as an insertion.
    if (token.bare !== undefined && token.norm !== index.norms[index.ids[t] as number]) return;
    add(place.witness.text.slice(index.starts[t], index.ends[t]), raw.slice(token.start, token.end));
  });
  const end = pairs.at(-1)?.[1];
  if (last && !last.bracketed && end !== undefined) {
    const found = typed(last.end, Math.max(core.end, last.end)).trim();
    const expected = index.ids[end + 1] ? gapBefore(index, end + 1).trim() : "";
    if (found !== "" && !expected.startsWith(found)) add(expected, found);
  }
  return [...listed.values()];
}
