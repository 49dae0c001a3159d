import type { ImportRules } from "./import-rules.js";
import type { Layer } from "./layer.js";
import type { Span } from "./span.js";

/** What a block is within its layer; names follow TEI where TEI has one. */
export type BlockKind =
  | "opener"
  | "paragraph"
  | "closer"
  | "note"
  | "heading"
  | "speaker"
  | "stage"
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
 * A stretch of an extracted text: where it begins there, and where in the decoded source it stands. It reaches to
 * the next stretch. An entity, or white space that markup broke over lines, is a stretch of its own whose source is
 * as long as it may be; of equal length otherwise. A break that the importer put between blocks has no source:
 * its two source offsets are the same.
 */
export type OriginStretch = readonly [offset: number, sourceStart: number, sourceEnd: number];

/**
 * What is taken out of a marked-up file: its text, the blocks (which index that text), and in `origin`, in the
 * order of the text and without a hole, where each stretch of the text stands in the decoded file.
 */
export interface ImportedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly origin: readonly OriginStretch[];
}

/** What an importer has to know about the work to tell the author's words from the edition's. */
export interface ImportContext {
  /** Names the author may have signed with. */
  readonly authors: readonly string[];
  /** The file as messages name it, relative to the corpus folder. */
  readonly file: string;
  /** What work.yaml says of how this file is to be read. */
  readonly rules?: ImportRules;
}

/** Reads a format whose file is its own witness text: pure, from the text to its blocks in file order. */
export type Importer = (text: string, context: ImportContext) => readonly Block[];

/**
 * Reads a marked-up format: pure, from the decoded file to the text in it and its blocks.
 * @throws QuothError `corpus-invalid` with line and column of what it cannot read.
 */
export interface Extractor {
  /** Goes up whenever the same file gives another text or other blocks: it tells what was extracted how. */
  readonly version: number;
  readonly extract: (source: string, context: ImportContext) => ImportedText;
}
