import { type ChildNode, type Document, DomHandler, hasChildren, isText, type Text } from "domhandler";
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

const ENTITY = /^&#?[A-Za-z0-9]{1,40};?$/;
const ENTITY_LAST = /&#?[A-Za-z0-9]{1,40};?$/;
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
      pieces.push(placePiece(source, text, parser.startIndex, parser.endIndex + 1, pieces.at(-1)?.end ?? 0));
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
  const byNode = piecesByNode(handler.root, pieces);
  return { document: handler.root, piecesOf: (node) => byNode.get(node) ?? [] };
}

/**
 * Where a piece of text really stands. After broken tags ("</>", a tag that the file's end cuts off) the parser
 * counts those in, or stops short: then the text is looked for where it must be, behind the piece before it.
 */
function placePiece(source: string, text: string, start: number, end: number, after: number): PagePiece {
  const said = source.slice(start, end);
  if (start >= after && (said === text || ENTITY.test(said))) return { text, start, end };
  const entity = said.endsWith(text) ? undefined : ENTITY_LAST.exec(said)?.[0];
  if (entity !== undefined && end - entity.length >= after) return { text, start: end - entity.length, end };
  const near = source.lastIndexOf(text, Math.max(after, end - text.length));
  const at = near >= after ? near : source.indexOf(text, after);
  return at === -1 ? { text, start: after, end: after } : { text, start: at, end: at + text.length };
}

/** The tree's text nodes, in order, hold the pieces in order. */
function piecesByNode(
  document: Document,
  pieces: readonly PagePiece[],
): ReadonlyMap<Text, readonly PagePiece[]> {
  const byNode = new Map<Text, readonly PagePiece[]>();
  const waiting: ChildNode[] = [...document.children].reverse();
  let at = 0;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) {
      const from = at;
      for (let length = 0; at < pieces.length && length < node.data.length; at += 1)
        length += (pieces[at] as PagePiece).text.length;
      byNode.set(node, pieces.slice(from, at));
    } else if (hasChildren(node)) {
      for (let child = node.children.length - 1; child >= 0; child -= 1)
        waiting.push(node.children[child] as ChildNode);
    }
  }
  return byNode;
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
