import type { Block } from "./block.js";
import type { Span } from "./span.js";

/** A sentence (or a line of verse) of a passage: its reference path and where it stands, markers included. */
export interface Sentence extends Span {
  /** "3.1"; "3.1-2" where this witness runs two sentences of the reference text into one. */
  readonly path: string;
}

/** A block with its place in the canonical reference scheme and its sentences. */
export interface Passage extends Block {
  /** "3", "opener", "note.A", "heading.1". */
  readonly path: string;
  readonly sentences: readonly Sentence[];
}
