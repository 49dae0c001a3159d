import type { Block, Marker } from "../block.js";
import type { Span } from "../span.js";
import { mergeSpans } from "./merge-spans.js";
import { piecesBetween } from "./readable-text.js";

/** "[1]", "\[A\]", "<sup>2</sup>", "[[3]](#n3)" with any of these around the other. */
const SIGN =
  /(?:<sup>\s*)?(?:\\?\[){1,2}\\?\^?([\p{L}\p{N}*†‡]{1,12})\\?\](?:\\?\])?(?:\(#[^()\s]{0,100}\))?(?:\s*<\/sup>)?|<sup>\s*([\p{L}\p{N}*†‡]{1,12})\s*<\/sup>/gu;

/**
 * Gives blocks their note signs: those that the format knows (`calls`, by label as written) and, where a note bears
 * the label, signs that are typed out. A sign lies in no gap.
 */
export function withCalls(
  text: string,
  blocks: readonly Block[],
  calls: readonly Marker[],
): readonly Block[] {
  const labels = new Map(
    blocks.flatMap(({ label }) => (label === undefined ? [] : [[label.toLowerCase(), label]])),
  );
  let at = 0;
  return blocks.map((block) => {
    const markers: Marker[] = [...block.markers];
    const put = (label: string | undefined, { start, end }: Span): void => {
      const known = label === undefined ? undefined : labels.get(label.toLowerCase());
      if (known === undefined || markers.some((one) => one.start < end && one.end > start)) return;
      markers.push({ label: known, start, end });
    };
    while (at < calls.length && (calls[at] as Marker).start < block.start) at += 1;
    for (; at < calls.length && (calls[at] as Marker).end <= block.end; at += 1)
      put((calls[at] as Marker).label, calls[at] as Marker);
    if (block.layer !== "note" && labels.size > 0) {
      for (const match of text.slice(block.start, block.end).matchAll(SIGN)) {
        const start = block.start + match.index;
        put(match[1] ?? match[2], { start, end: start + match[0].length });
      }
    }
    if (markers.length === block.markers.length) return block;
    markers.sort((a, b) => a.start - b.start);
    const gaps = (block.gaps ?? []).flatMap((gap) => piecesBetween(gap, markers));
    return { ...block, markers, ...(gaps.length === 0 ? { gaps: [] } : { gaps: mergeSpans(gaps) }) };
  });
}
