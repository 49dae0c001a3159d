import type { Layer } from "./layer.js";
import type { Span } from "./span.js";

/** What a block is within its layer; names follow TEI where TEI has one. */
export type BlockKind =
  | "opener"
  | "paragraph"
  | "closer"
  | "note"
  | "heading"
  | "navigation"
  | "byline"
  | "dateline"
  | "addressee"
  | "provenance"
  | "source-note";

/** A sign such as `[A]` that an editor put into the author's text; it belongs to the note layer. */
export interface Marker extends Span {
  readonly label: string;
}

/** One stretch of a witness text that an importer ascribes to a layer. Blocks never overlap. */
export interface Block extends Span {
  readonly layer: Layer;
  readonly kind: BlockKind;
  /** Notes only: the label that its marker bears. */
  readonly label?: string;
  readonly markers: readonly Marker[];
}

/** What an importer has to know about the work to tell the author's words from the edition's. */
export interface ImportContext {
  /** Names the author may have signed with. */
  readonly authors: readonly string[];
}

/** Reads one format: pure, from the witness text to its blocks in file order. */
export type Importer = (text: string, context: ImportContext) => readonly Block[];
