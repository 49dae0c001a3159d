import type { OriginStretch } from "../block.js";

/** A piece of extracted text: `text` stands for the source between its two offsets. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The slice itself; else an entity, collapsed white space, or (of no length in the source) an added break. */
  readonly verbatim: boolean;
}

export interface TextBuilder {
  /** UTF-16 units written so far. */
  readonly length: () => number;
  readonly write: (piece: Piece) => void;
  readonly finish: () => { readonly text: string; readonly origin: readonly OriginStretch[] };
}

/** Puts an extracted text together, with its map back to the source. Neighbours that are slices become one stretch. */
export function createTextBuilder(): TextBuilder {
  const parts: string[] = [];
  const origin: [number, number, number][] = [];
  let length = 0;
  let growing = false;
  return {
    length: () => length,
    write({ text, start, end, verbatim }) {
      if (text === "") return;
      const last = origin.at(-1);
      if (growing && verbatim && last?.[2] === start) last[2] = end;
      else origin.push([length, start, end]);
      growing = verbatim;
      parts.push(text);
      length += text.length;
    },
    finish: () => ({ text: parts.join(""), origin }),
  };
}
