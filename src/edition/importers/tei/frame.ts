import type { BlockKind } from "../../block.js";
import type { Layer } from "../../layer.js";
import { type ElementRole, LAYOUT_ONLY, roleOf } from "./element-roles.js";
import type { XmlElement } from "./read-xml.js";

/** What a block is that begins in an element. */
export interface BlockText {
  readonly layer: Layer;
  readonly kind: BlockKind;
  readonly label?: string;
  readonly voice?: string;
}

/** An element that is open. */
export interface Frame {
  readonly name: string;
  readonly id: string | undefined;
  readonly role: ElementRole["role"];
  /** The sign that an aside leaves where it was lifted out. */
  readonly sign: string | undefined;
  readonly text: BlockText;
  /** Whether `text` goes for everything in it that would be the author's. */
  readonly forced: boolean;
  readonly header: boolean;
  /** All of it is one block, whatever stands in it. */
  readonly flat: boolean;
  /** Whether it is, or stands in, a paragraph or a verse. */
  readonly inBlock: boolean;
  readonly division: readonly string[];
  readonly keepSpace: boolean;
  /** The frame that says what a block begun here is: itself, or the nearest around it. */
  readonly block: Frame | undefined;
  /** Whose words the text in it is, where the source says it. */
  voice: string | undefined;
  /** Its identifier, until a block has it. */
  anchor: string | undefined;
  /** How many divisions of each element name it holds so far. */
  readonly divisions: Map<string, number>;
  /** Its last child is the label of the item that follows. */
  labelled: boolean;
}

const HEADER: BlockText = { layer: "metadata", kind: "provenance" };
const SOURCE: BlockText = { layer: "metadata", kind: "source-note" };
const TITLES: BlockText = { layer: "heading", kind: "heading" };
/** What editors list of the persons, places and works that a text speaks of: read as the header is. */
const REGISTERS: ReadonlySet<string> = new Set(
  "listPerson listPlace listOrg listEvent listObject listNym listRelation listBibl".split(" "),
);
/** Elements within a line of the header; all others there are blocks. */
const PHRASES: ReadonlySet<string> = new Set(
  "abbr att choice code date emph ex expan foreign forename gap gi gloss hi ident idno lb mentioned name num orgName orig pb persName placeName ptr q quote ref reg roleName sic soCalled surname tag term unclear val".split(
    " ",
  ),
);
/** A note that says where the text was taken from. */
const SOURCE_NOTE = /^\s*(?:(?:re)?printed|reproduced|transcribed|taken) from\b/i;
const EDITORIAL =
  /^(?:editorial|apparatus|commentary|annotations?|notes|endnotes|footnotes|textual[-_ ]?notes)$/i;
const CONTENTS = /^(?:contents|toc|index)$/i;

/** The frame of `element` within `parent`; `source` is looked at for what only its inside tells. */
export function childFrame(
  source: string,
  element: XmlElement,
  parent: Frame | undefined,
  authors: string,
): Frame {
  const { name, attributes } = element;
  const header = parent?.header === true || name === "teiHeader" || REGISTERS.has(name);
  const role = header ? headerRole(name) : roleWithin(source, element, parent);
  const aboutSource = name === "note" && isSourceNote(source, element);
  const { text, forced } = aboutSource
    ? { text: SOURCE, forced: parent?.forced ?? false }
    : textOf(element, role, parent, header, authors);
  const startsBlock = role.role === "block" || role.role === "part" || role.role === "aside";
  const own = startsBlock || role.role === "container" || role.role === "line" || parent === undefined;
  return {
    name,
    id: attributes["xml:id"],
    role: role.role,
    sign: role.role === "aside" && !aboutSource ? role.sign : undefined,
    text,
    forced,
    header,
    flat: parent?.flat === true || (startsBlock && isFlat(name, role)),
    inBlock: parent?.inBlock === true || startsBlock || role.role === "line",
    division: parent ? divisionOf(element, parent) : [],
    keepSpace:
      attributes["xml:space"] === undefined
        ? (parent?.keepSpace ?? false)
        : attributes["xml:space"] === "preserve",
    block: own ? undefined : (parent.block ?? parent),
    voice: parent?.voice,
    anchor: own ? attributes["xml:id"] : undefined,
    divisions: new Map(),
    labelled: false,
  };
}

/** Whether white space directly in the element is layout, however the text around goes on. */
export function isLayoutOnly({ name }: Frame): boolean {
  return LAYOUT_ONLY.has(name);
}

function headerRole(name: string): ElementRole {
  return PHRASES.has(name) ? { role: "inline" } : { role: "block", ...HEADER };
}

function roleWithin(source: string, { name, end }: XmlElement, parent: Frame | undefined): ElementRole {
  const role = roleOf(name);
  if (name === "stage" && parent?.inBlock && !parent.flat)
    return { role: "aside", layer: "heading", kind: "stage" };
  // "Mr<ex>ister</ex>": only what is expanded is the editor's.
  if (name === "expan" && parent?.name !== "choice") {
    const inside = source.slice(end, Math.max(end, source.indexOf("expan>", end)));
    if (/<(?:[\w.-]+:)?ex[\s>]/.test(inside)) return { role: "inline" };
  }
  if (name === "label" && parent?.name === "list" && !parent.flat)
    return { role: "block", layer: "text", kind: "paragraph" };
  if (parent?.flat && role.role !== "aside" && role.role !== "inline") return { role: "spaced" };
  return role;
}

function textOf(
  { name, attributes }: XmlElement,
  role: ElementRole,
  parent: Frame | undefined,
  header: boolean,
  authors: string,
): { readonly text: BlockText; readonly forced: boolean } {
  const around = parent?.text ?? { layer: "text", kind: "paragraph" };
  const forced = parent?.forced ?? false;
  if (header)
    return { text: name === "author" ? { layer: "metadata", kind: "byline" } : HEADER, forced: true };
  if (role.role === "aside" || role.role === "block" || role.role === "part") {
    const { layer, kind } = role;
    if (layer === "text" && forced) return { text: around, forced };
    // A salute in a closer is part of the closer.
    if (role.role === "part" && parent?.role === "part") return { text: parent.text, forced };
    const own =
      name === "speaker" ||
      name === "stage" ||
      name === "del" ||
      (name === "note" && isAuthorial(attributes));
    return { text: own ? { layer, kind, ...byAuthor(authors) } : { layer, kind }, forced };
  }
  const type = attributes["type"] ?? "";
  if (name.startsWith("div") && (EDITORIAL.test(type) || EDITORIAL.test(attributes["subtype"] ?? "")))
    return { text: { layer: "note", kind: "note" }, forced: true };
  if (name.startsWith("div") && CONTENTS.test(type))
    return { text: { layer: "heading", kind: "navigation" }, forced: true };
  if (name === "standOff") return { text: HEADER, forced: true };
  if (name === "titlePage" || name === "castList") return { text: TITLES, forced: true };
  // Where a play is set.
  if (name === "set") return { text: { ...TITLES, kind: "stage", ...byAuthor(authors) }, forced: true };
  // An epigraph is somebody else's words, set over the author's.
  if (name === "epigraph") return { text: { ...TITLES, voice: "an epigraph" }, forced: true };
  return { text: around, forced };
}

function byAuthor(authors: string): { readonly voice?: string } {
  return authors === "" ? {} : { voice: authors };
}

/** Divisions around a whole edition, or a translation of it, are no level of its references. */
export function isWrapper(type: string): boolean {
  return /^(?:edition|translation|original|transcription|transcript)$/i.test(type);
}

/** Whether a note is about the source of the text: by its type, or by its first words. */
function isSourceNote(source: string, { attributes, end }: XmlElement): boolean {
  return attributes["type"] === "source" || SOURCE_NOTE.test(source.slice(end, end + 40));
}

function isAuthorial(attributes: Readonly<Record<string, string>>): boolean {
  return /^author/i.test(attributes["type"] ?? "") || /^#?(?:author|aut)$/i.test(attributes["resp"] ?? "");
}

/** Blocks without blocks in them. */
function isFlat(name: string, role: ElementRole): boolean {
  if (name === "row" || name === "salute" || name === "signed" || role.role === "aside") return true;
  return role.role === "block" && role.layer !== "text";
}

/** The labels of the divisions around: printed numbers, else by count among divisions of the same element. */
function divisionOf({ name, attributes }: XmlElement, parent: Frame): readonly string[] {
  if (name === "front" || name === "back") return [...parent.division, name];
  if (!/^div[0-7]?$/.test(name) || parent.flat || isWrapper(attributes["type"] ?? "")) return parent.division;
  const count = (parent.divisions.get(name) ?? 0) + 1;
  parent.divisions.set(name, count);
  return [...parent.division, attributes["n"]?.trim() || String(count)];
}
