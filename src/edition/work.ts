import type { Passage } from "./passage.js";
import type { WitnessDeclaration } from "./work-declaration.js";

/**
 * One edition's text of a work. `text` is the decoded file, or the text taken out of a marked-up or re-encoded one;
 * all offsets index it (UTF-16 units).
 */
export interface Witness extends Omit<WitnessDeclaration, "sha256"> {
  readonly text: string;
  /** Of the bytes of the file that holds `text` in UTF-8, 64 hexadecimal digits. */
  readonly sha256: string;
  /** That file, relative to the corpus folder, with forward slashes. */
  readonly path: string;
  /** Where the text was taken out of another file: that file, as published. */
  readonly original?: OriginalFile;
  /** In file order. */
  readonly passages: readonly Passage[];
}

export interface OriginalFile {
  /** Relative to the corpus folder, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
}

/** A work with its witnesses, the reference text first. */
export interface Work {
  readonly id: string;
  readonly title: string;
  readonly type?: string;
  readonly authors: readonly string[];
  readonly addressee?: string;
  readonly date?: string;
  /** What it was written in, where work.yaml says so. */
  readonly language?: string;
  /** The names of its references' levels, outermost first; paragraph and sentence where left out. */
  readonly levels?: readonly string[];
  readonly witnesses: readonly [Witness, ...Witness[]];
  /** Whether the references are written down beside the work, so that no later version moves them. */
  readonly pinned: boolean;
  /** The address of the site on which the work is published (`quoth publish`), with a slash at its end. */
  readonly published?: string;
}
