import type { Passage } from "./passage.js";
import type { WitnessDeclaration } from "./work-declaration.js";

/** One edition's text of a work. `text` is the decoded file; all offsets index it (UTF-16 units). */
export interface Witness extends Omit<WitnessDeclaration, "sha256"> {
  readonly text: string;
  /** Of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Relative to the corpus folder, with forward slashes. */
  readonly path: string;
  /** In file order. */
  readonly passages: readonly Passage[];
}

/** A work with its witnesses, the reference text first. */
export interface Work {
  readonly id: string;
  readonly title: string;
  readonly type?: string;
  readonly authors: readonly string[];
  readonly addressee?: string;
  readonly date?: string;
  readonly witnesses: readonly [Witness, ...Witness[]];
  /** Whether the references are written down beside the work, so that no later version moves them. */
  readonly pinned: boolean;
}
