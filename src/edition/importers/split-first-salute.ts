import type { Block, Line, Marker } from "../block.js";
import type { Span } from "../span.js";
import { saluteLength } from "./letter-parts.js";

/**
 * Where a letter has a closer and no opener, and its first paragraph begins with words of address ("Mr. Chairman:"),
 * those are its opener, as they are in editions that print them on a line of their own.
 */
export function splitFirstSalute(text: string, blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(({ layer }) => layer === "text");
  const block = blocks[first];
  const kinds = new Set(blocks.filter(({ layer }) => layer === "text").map(({ kind }) => kind));
  if (block?.kind !== "paragraph" || block.lines || kinds.has("opener") || !kinds.has("closer"))
    return blocks;
  const length = saluteLength(text.slice(block.start, block.end));
  if (length === 0) return blocks;
  const end = block.start + length;
  let start = end;
  while (start < block.end && /\s/.test(text.charAt(start))) start += 1;
  const opener = within({ ...block, kind: "opener" }, { start: block.start, end });
  const rest = start < block.end ? [within(withoutAnchor(block), { start, end: block.end })] : [];
  return [...blocks.slice(0, first), opener, ...rest, ...blocks.slice(first + 1)];
}

function withoutAnchor({ anchor: _anchor, ...block }: Block): Block {
  return block;
}

/** The block cut down to `span`, with what lies in it; a sign between the two parts stays with the first. */
function within(block: Block, span: Span): Block {
  const inside = (one: Marker | Line | Span): boolean =>
    one.start >= span.start &&
    one.end <= span.end &&
    (one.start > span.start || span.start === block.start || one.end > one.start);
  const { gaps, ...rest } = block;
  const kept = gaps?.filter(inside) ?? [];
  return {
    ...rest,
    ...span,
    markers: block.markers.filter(inside),
    ...(kept.length === 0 ? {} : { gaps: kept }),
  };
}
