import type { Block, Marker } from "../../block.js";

/** A note sign's brackets go with it where they stand outside its link: "[<a href=…>1</a>]". */
export function widenSigns(text: string, block: Block): Block {
  if (block.markers.length === 0) return block;
  const taken = [...block.markers, ...(block.gaps ?? [])];
  const isFree = (at: number): boolean => taken.every(({ start, end }) => at < start || at >= end);
  const wide = (marker: Marker): Marker => {
    const [before, after] = [marker.start - 1, marker.end];
    const signs = text.charAt(before) + text.charAt(after);
    const bracketed = marker.end > marker.start && (signs === "[]" || signs === "()");
    if (!bracketed || before < block.start || !isFree(before) || !isFree(after)) return marker;
    return { ...marker, start: before, end: after + 1 };
  };
  return { ...block, markers: block.markers.map(wide) };
}
