import { SaxesParser } from "saxes";
import { positionAt } from "../../position-at.js";
import { QuothError } from "../../quoth-error.js";
import { decodeReference, plainEntities } from "./entities.js";

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its start tag begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** What is made of a document, in its order; every offset is one of the source. */
export interface XmlHandler {
  readonly open: (element: XmlElement) => void;
  /** `at` is where the end tag begins. */
  readonly close: (at: number) => void;
  /** Characters that stand for themselves. */
  readonly text: (start: number, end: number) => void;
  /** A reference, and what it stands for. */
  readonly reference: (text: string, start: number, end: number) => void;
}

/** Elements nested deeper are no text but an attempt on the stack. */
const DEEPEST = 256;
/** Longer document types are not read, UTF-16 units. */
const LONGEST_DOCTYPE = 65_536;
/** What entities may add to a document in all, UTF-16 units, beside its own length. */
const LARGEST_EXPANSION = 1_000_000;

const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Reads a well-formed XML document. Nothing is fetched; entities are plain characters that the document itself declares.
 * @throws QuothError `corpus-invalid` with line and column of what is not well-formed, too deep, or an entity of
 * another kind.
 */
export function readXml(file: string, source: string, handler: XmlHandler): void {
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  let entities: ReadonlyMap<string, string> = new Map();
  /** Where the last piece of markup ended: there text begins, or the next "<" stands. */
  let from = 0;
  let depth = 0;

  const refuse = (offset: number, what: string, remedy = "Correct the file there."): never => {
    const { line, column } = positionAt(source, Math.max(0, Math.min(offset, source.length)));
    throw new QuothError("corpus-invalid", `${file}:${line}:${column}: ${what}.`, {
      remedy,
      data: { file, line, column },
    });
  };
  // The parser takes half a surrogate pair and whatever follows it, a "<", too, for one character.
  const half = HALF_PAIR.exec(source);
  if (half) refuse(half.index, "this is half of a surrogate pair, which no XML may hold");
  const readText = (start: number, end: number): void => {
    let at = start;
    for (const match of source.slice(start, end).matchAll(/&([^;&\s]{1,100});/g)) {
      const [begin, stop] = [start + match.index, start + match.index + match[0].length];
      if (begin > at) handler.text(at, begin);
      handler.reference(decodeReference(match[1] as string, entities), begin, stop);
      at = stop;
    }
    if (end > at) handler.text(at, end);
  };

  parser.on("error", (error) => {
    const what = error.message.replace(/^\d+:\d+:\s*/, "").replace(/\.$/, "");
    if (what === "undefined entity") {
      refuse(
        parser.position - 1,
        "this entity is not declared in the file as plain characters",
        "Write the character itself; quoth follows no external entities and unfolds none that hold others.",
      );
    }
    refuse(parser.position - 1, `this is not well-formed XML (${what})`);
  });
  parser.on("doctype", (doctype) => {
    from = parser.position;
    if (doctype.length > LONGEST_DOCTYPE) refuse(from - 1, "this document type is too long", "Shorten it.");
    entities = plainEntities(doctype);
    let added = 0;
    if (entities.size > 0) {
      for (const match of source.matchAll(/&([^;&\s]{1,100});/g)) {
        added += entities.get(match[1] as string)?.length ?? 0;
        if (added > source.length + LARGEST_EXPANSION)
          refuse(
            match.index,
            "the entities up to here make too much text",
            "Write the characters themselves.",
          );
      }
    }
    entities.forEach((value, name) => (parser.ENTITIES[name] = value));
  });
  parser.on("xmldecl", () => (from = parser.position));
  parser.on("processinginstruction", () => (from = parser.position));
  // The event comes at the second hyphen, before the ">".
  parser.on("comment", () => (from = parser.position + 1));
  parser.on("text", () => {
    const end = parser.position - 1;
    if (depth > 0) readText(from, end);
    from = end;
  });
  parser.on("cdata", () => {
    const [start, end] = [from + "<![CDATA[".length, parser.position - "]]>".length];
    if (end > start) handler.text(start, end);
    from = parser.position;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (depth >= DEEPEST)
      refuse(from, `elements are nested deeper than ${DEEPEST} here`, "Flatten the file.");
    depth += 1;
    const end = parser.position;
    handler.open({ name: name.slice(name.indexOf(":") + 1), attributes, start: from, end });
    from = end;
  });
  parser.on("closetag", () => {
    depth -= 1;
    handler.close(from);
    from = parser.position;
  });
  parser.write(source).close();
}
