import { selectAll } from "css-select";
import { type ChildNode, type Document, type Element, isTag } from "domhandler";
import { parentOf, textOf } from "./element-tree.js";

/** What may hold a note, or be the row of one. */
const HOLDERS = new Set(["li", "p", "div", "dd", "dt", "tr", "td", "aside", "section", "blockquote"]);

/** What a fragment can name: ids, and names of anchors. */
export function targetsOf(document: Document): ReadonlyMap<string, Element> {
  const targets = new Map<string, Element>();
  for (const one of selectAll<ChildNode | Document, Element>("[id],a[name]", document)) {
    for (const name of [one.attribs["id"], one.attribs["name"]])
      if (name !== undefined && !targets.has(name)) targets.set(name, one);
  }
  return targets;
}

/** The element that a link into the page leads to, as the note that it may be. */
export function noteOf(link: Element, targets: ReadonlyMap<string, Element>): Element | undefined {
  const href = link.attribs["href"]?.slice(1) ?? "";
  let note: Element | undefined = targets.get(href) ?? targets.get(safeDecode(href));
  while (note && !HOLDERS.has(note.name)) note = parentOf(note);
  for (let up: Element | undefined = link; up && note; up = parentOf(up)) if (up === note) return undefined;
  return note;
}

/** Whether a page says of a link that it is a note's sign. */
export function isNoteref({ attribs }: Element): boolean {
  return /(?:^|[\s-])noteref(?:$|\s)/i.test(`${attribs["role"] ?? ""} ${attribs["epub:type"] ?? ""}`);
}

/** Whether a link looks like a note's sign rather than a cross-reference: raised, so called, or a mere number. */
export function isSign(link: Element): boolean {
  const { class: name = "", role = "", href = "", rel = "" } = link.attribs;
  const words = textOf(link).trim();
  if (words.length > 14) return false;
  if (isNoteref(link) || /noteref/i.test(`${role} ${name}`) || /footnote/i.test(`${name} ${rel}`))
    return true;
  if (parentOf(link)?.name === "sup" || link.children.some((child) => isTag(child) && child.name === "sup"))
    return true;
  if (/^#(?:fn|_?ftn|_?edn|note|cite_note|endnote|footnote|sdfootnote)/i.test(href)) return true;
  return /^(?:\[[\p{L}\p{N}*†‡]{1,3}\]|\(\p{N}{1,3}\)|[*†‡]{1,3})$/u.test(words);
}

/** The sign with the element that raises it. */
export function wrapperOf(link: Element): Element {
  const up = parentOf(link);
  return up?.name === "sup" && textOf(up).trim().length <= textOf(link).trim().length + 2 ? up : link;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
