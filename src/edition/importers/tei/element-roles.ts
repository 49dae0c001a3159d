import type { BlockKind } from "../../block.js";
import type { Layer } from "../../layer.js";

/**
 * What an element of TEI P5 does to the text in it.
 * - `container`: its children are blocks; text of its own becomes a block of what surrounds it
 * - `block`: its text is a block of this layer and kind
 * - `part`: within a block of the same kind only a blank parts it from what goes before, elsewhere it is a block
 * - `aside`: it is lifted out of the text around it, and stands behind the block that it was in; `sign` names it
 *   where it bears no number, and is undefined where it leaves no sign
 * - `line`: a verse
 * - `spaced`: a blank stands for it, or around it
 * - `inline`: no element of its own as far as reading goes; also what the table does not name
 */
export type ElementRole =
  | { readonly role: "container" | "line" | "spaced" | "inline" }
  | { readonly role: "block" | "part"; readonly layer: Layer; readonly kind: BlockKind }
  | { readonly role: "aside"; readonly layer: Layer; readonly kind: BlockKind; readonly sign?: string };

const inline: ElementRole = { role: "inline" };
const container: ElementRole = { role: "container" };
const spaced: ElementRole = { role: "spaced" };
const block = (layer: Layer, kind: BlockKind): ElementRole => ({ role: "block", layer, kind });
const part = (kind: BlockKind): ElementRole => ({ role: "part", layer: "text", kind });
const heading = block("heading", "heading");
const paragraph = block("text", "paragraph");
const provenance = block("metadata", "provenance");
/** An editor's word inside the author's, with the sign that it leaves behind. */
const editorial = (sign: string): ElementRole => ({ role: "aside", layer: "note", kind: "note", sign });

const ROLES: Readonly<Record<string, ElementRole>> = {
  // Structure.
  TEI: container,
  teiCorpus: container,
  text: container,
  group: container,
  front: container,
  body: container,
  back: container,
  floatingText: container,
  div: container,
  div0: container,
  div1: container,
  div2: container,
  div3: container,
  div4: container,
  div5: container,
  div6: container,
  div7: container,
  sp: container,
  lg: container,
  list: container,
  table: container,
  figure: container,
  castList: container,
  castGroup: container,
  set: container,
  titlePage: container,
  docTitle: container,
  epigraph: container,
  cit: container,
  postscript: container,
  argument: container,
  standOff: container,
  // The author's words.
  p: paragraph,
  ab: paragraph,
  item: paragraph,
  row: paragraph,
  quote: container,
  l: { role: "line" },
  opener: part("opener"),
  salute: part("opener"),
  closer: part("closer"),
  signed: part("closer"),
  // What is printed over, under and around them.
  head: heading,
  titlePart: heading,
  trailer: heading,
  castItem: heading,
  speaker: block("heading", "speaker"),
  stage: block("heading", "stage"),
  fw: { role: "aside", layer: "heading", kind: "navigation" },
  byline: block("metadata", "byline"),
  docAuthor: block("metadata", "byline"),
  dateline: block("metadata", "dateline"),
  docDate: block("metadata", "dateline"),
  address: block("metadata", "addressee"),
  docImprint: provenance,
  docEdition: provenance,
  imprimatur: provenance,
  bibl: inline,
  // The editors' words.
  note: editorial("note"),
  corr: editorial("corr"),
  reg: editorial("reg"),
  expan: editorial("expan"),
  ex: editorial("ex"),
  supplied: editorial("supplied"),
  rdg: editorial("rdg"),
  witDetail: editorial("wit"),
  figDesc: editorial("figure"),
  desc: editorial("desc"),
  // Struck out: not what the text says in the end.
  del: editorial("del"),
  // White space.
  lb: spaced,
  cb: spaced,
  cell: spaced,
  addrLine: spaced,
  roleDesc: spaced,
  space: spaced,
  gap: spaced,
};

/** Elements whose own white space is layout. */
export const LAYOUT_ONLY: ReadonlySet<string> = new Set(["choice", "app", "subst", "rdgGrp"]);

export function roleOf(name: string): ElementRole {
  return Object.hasOwn(ROLES, name) ? (ROLES[name] as ElementRole) : inline;
}
