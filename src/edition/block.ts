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

/** A line of verse, with the number that the edition prints beside it, where it prints one. */
export interface Line extends Span {
  readonly n?: string;
}

/** One stretch of a witness text that an importer ascribes to a layer. Blocks never overlap. */
export interface Block extends Span {
  readonly layer: Layer;
  readonly kind: BlockKind;
  /** Notes only: the label that its marker bears. */
  readonly label?: string;
  readonly markers: readonly Marker[];
  /** Whose words they are where the layer does not say it: a speaker in a play, the writer of an enclosed letter. */
  readonly voice?: string;
  /** The labels of the divisions around the block, outermost first: act "1", scene "2". */
  readonly division?: readonly string[];
  /** Verse only: its lines, in order; they are what is referred to, in place of sentences. */
  readonly lines?: readonly Line[];
  /** The page of the printed source on which the block begins. */
  readonly page?: string;
  /** The identifier (`xml:id`, `id`) of the element in the source. */
  readonly anchor?: string;
  /**
   * Signs inside the block that are nobody's words: markup, soft hyphens, hyphens at line ends, page numbers.
   * The clean text steps over them as it does over markers.
   */
  readonly gaps?: readonly Span[];
}

/**
 * What an importer makes of a marked-up file: the text taken out of it, its blocks (which index that text), and
 * where each stretch of the text stands in the decoded file. `origin` holds, in order and without a hole, pairs of
 * equally long or differently long stretches: text offset, source start, source end; an entity is a stretch of its own.
 */
export interface ImportedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** [text offset, source start, source end] of each stretch. */
  readonly origin: readonly (readonly [number, number, number])[];
}

/** What an importer has to know about the work to tell the author's words from the edition's. */
export interface ImportContext {
  /** Names the author may have signed with. */
  readonly authors: readonly string[];
}

/** Reads one format: pure, from the witness text to its blocks in file order. */
export type Importer = (text: string, context: ImportContext) => readonly Block[];
