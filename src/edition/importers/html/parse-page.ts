import { type Document, DomHandler, type Text } from "domhandler";
import { Parser } from "htmlparser2";
import { positionAt } from "../../position-at.js";
import { QuothError } from "../../quoth-error.js";

/** A run of characters of a text node: `text` stands in the source between its two offsets. */
export interface PagePiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Page {
  readonly document: Document;
  /** The pieces of a text node, in order: what is written out, and each entity by itself. */
  readonly piecesOf: (node: Text) => readonly PagePiece[];
}

/** Elements in elements: more than any page has; what walks a page calls itself for each level. */
const DEEPEST = 500;
/** A page's tree takes some thirty times its size in memory, bytes. */
const LARGEST_PAGE = 16 * 1024 * 1024;

/**
 * Parses a page by htmlparser2, which forgives everything, with the place of every character.
 * @throws QuothError `corpus-invalid` with line and column where elements nest too deep, or the page is too large.
 */
export function parsePage(file: string, source: string): Page {
  if (source.length > LARGEST_PAGE)
    refuse(file, source, 0, `begins more than ${LARGEST_PAGE / 1024 / 1024} MiB of HTML`);
  const pieces: PagePiece[] = [];
  const handler = new DomHandler(undefined, { withStartIndices: true, withEndIndices: true });
  let depth = 0;
  const parser: Parser = new Parser({
    onparserinit: (given) => handler.onparserinit(given),
    onend: () => handler.onend(),
    onerror: (error) => handler.onerror(error),
    onopentag(name, attributes) {
      depth += 1;
      if (depth > DEEPEST) refuse(file, source, parser.startIndex, "nests deeper than any page");
      handler.onopentag(name, attributes);
    },
    onclosetag() {
      depth -= 1;
      handler.onclosetag();
    },
    ontext(text) {
      pieces.push({ text, start: parser.startIndex, end: parser.endIndex + 1 });
      handler.ontext(text);
    },
    oncomment: (text) => handler.oncomment(text),
    oncommentend: () => handler.oncommentend(),
    oncdatastart: () => handler.oncdatastart(),
    oncdataend: () => handler.oncdataend(),
    onprocessinginstruction: (name, text) => handler.onprocessinginstruction(name, text),
  });
  parser.write(source);
  parser.end();
  return { document: handler.root, piecesOf: (node) => slicePieces(pieces, node) };
}

function slicePieces(pieces: readonly PagePiece[], { startIndex, endIndex }: Text): readonly PagePiece[] {
  const [from, to] = [startIndex ?? 0, endIndex ?? -1];
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle] as PagePiece).start < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < pieces.length && (pieces[end] as PagePiece).start <= to) end += 1;
  return pieces.slice(low, end);
}

function refuse(file: string, source: string, offset: number, what: string): never {
  const { line, column } = positionAt(source, offset);
  throw new QuothError(
    "corpus-invalid",
    `${file}:${line}:${column}: "${source.slice(offset, offset + 20)}" ${what}.`,
    {
      remedy: "Save the page anew from its site, or split it into several files.",
      data: { file, line, column, offset },
    },
  );
}
