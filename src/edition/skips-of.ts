import type { Block } from "./block.js";
import type { Span } from "./span.js";

/** What a reader steps over inside a passage: a note sign, which has a label, or a gap, which has none. */
export interface Skip extends Span {
  readonly label?: string;
}

/** The note signs and gaps of a passage, in file order. */
export function skipsOf({ markers, gaps }: Pick<Block, "markers" | "gaps">): readonly Skip[] {
  if (gaps === undefined || gaps.length === 0) return markers;
  return [...markers, ...gaps].sort((a, b) => a.start - b.start || a.end - b.end);
}
