import type { Block, Marker } from "../../block.js";
import { piecesBetween } from "../readable-text.js";
import type { Span } from "../../span.js";
import type { InlineNote } from "./find-inline-notes.js";

/**
 * Makes each inline note a block of its own, which lies in the sign that stands for it in the block around it. Notes
 * are counted as they come, past the labels that other notes bear.
 */
export function liftInlineNotes(blocks: readonly Block[], notes: readonly InlineNote[]): readonly Block[] {
  if (notes.length === 0) return blocks;
  const taken = new Set(blocks.map(({ label }) => label?.toLowerCase()));
  let count = 0;
  const nextLabel = (): string => {
    do count += 1;
    while (taken.has(String(count)));
    return String(count);
  };
  let at = 0;
  return blocks.flatMap((block) => {
    while (at < notes.length && (notes[at] as InlineNote).start < block.start) at += 1;
    const lifted: Block[] = [];
    let host = block;
    for (; at < notes.length && (notes[at] as InlineNote).end <= block.end; at += 1) {
      const { words, ...sign } = notes[at] as InlineNote;
      // "^[1]" may be the sign of a note that stands elsewhere.
      const isOther = host.markers.some((one) => meets(one, sign) && !within(one, words));
      if (isOther) continue;
      const label = nextLabel();
      lifted.push({
        ...words,
        layer: "note",
        kind: "note",
        label,
        markers: host.markers.filter((one) => within(one, words)),
        ...gapsOf((block.gaps ?? []).filter((gap) => within(gap, words))),
      });
      host = withSign(host, { ...sign, label });
    }
    return lifted.length === 0 ? [block] : [host, ...lifted];
  });
}

function withSign(block: Block, sign: Marker): Block {
  const { gaps, ...rest } = block;
  const markers = [...block.markers.filter((one) => !meets(one, sign)), sign].sort(
    (a, b) => a.start - b.start,
  );
  return { ...rest, markers, ...gapsOf((gaps ?? []).flatMap((gap) => piecesBetween(gap, [sign]))) };
}

function gapsOf(gaps: readonly Span[]): Pick<Block, "gaps"> {
  return gaps.length === 0 ? {} : { gaps };
}

function meets(one: Span, other: Span): boolean {
  return one.start < other.end && one.end > other.start;
}

function within(one: Span, other: Span): boolean {
  return one.start >= other.start && one.end <= other.end;
}
