import { selectAll } from "css-select";
import { type ChildNode, type Document, type Element, isTag, isText } from "domhandler";
import type { HtmlRules } from "../../import-rules.js";
import { QuothError } from "../../quoth-error.js";
import { noteLabel } from "../editorial-sections.js";

/** What the elements of a page are, beyond what their names say. */
export interface PageRoles {
  readonly article: ReadonlySet<Element>;
  readonly chrome: ReadonlySet<Element>;
  readonly metadata: ReadonlySet<Element>;
  readonly pages: ReadonlySet<Element>;
  /** Notes, with the label that their signs bear, where one points at them. */
  readonly notes: ReadonlyMap<Element, string | undefined>;
  /** Note signs in the text, with the label of their note. */
  readonly signs: ReadonlyMap<Element, string>;
  /** In a note, what leads back to its sign. */
  readonly backlinks: ReadonlySet<Element>;
  /** In a play the names over speeches, and what is done on the stage. */
  readonly speakers: ReadonlySet<Element>;
  readonly stages: ReadonlySet<Element>;
}

/** Tried in this order; the first that a page has is the work. */
const ARTICLES = [
  "main article, [role=main] article",
  "article, [role=article]",
  "main, [role=main]",
  "#mw-content-text, #content, #main, .entry-content, .post-content",
  "body",
];
const CHROME =
  "nav,[role=navigation],[role=banner],[role=contentinfo],[role=search],[role=complementary],form,button,select,textarea," +
  "iframe,noscript,object,dialog,[hidden],[aria-hidden=true],[style*='display:none' i],[style*='display: none' i]," +
  "[style*='visibility:hidden' i],.noprint,.navbox,.mw-editsection,.toc,#toc,[role=doc-toc],.breadcrumb,.breadcrumbs,.share," +
  ".social,.advertisement,.ads,.ad,.sidebar,.pagination,.sr-only,.visually-hidden,.skip-link,.cookie,.newsletter,.related";
const METADATA =
  "header,footer,time,address,figcaption,.byline,.author,.dateline,.date,[rel=author],[itemprop=author]," +
  "[itemprop=datePublished],.source,.provenance,.citation,.copyright,.license,.metadata";
const NOTES =
  "[role=doc-footnote],[role=doc-endnote],[role=doc-endnotes],[epub\\:type~=footnote],[epub\\:type~=footnotes]," +
  "[epub\\:type~=endnote],[epub\\:type~=endnotes],[epub\\:type~=rearnote],aside,.footnotes,.footnote,#footnotes,.endnotes," +
  ".endnote,#endnotes,.reflist,ol.references,.editorial-note,.editors-note,.editor-note,[id^='fn:'],[id^=footnote]";
const PAGES = "[role=doc-pagebreak],[epub\\:type~=pagebreak],.pagenum,.pageno,.page-number,.pagenumber";
/** As the vocabulary of EPUB has it. */
const SPEAKERS = "[epub\\:type~='z3998:persona']";
const STAGES = "[epub\\:type~='z3998:stage-direction']";
/** What may hold a note, or be the row of one. */
const HOLDERS = new Set(["li", "p", "div", "dd", "dt", "tr", "td", "aside", "section", "blockquote"]);
const INLINE = new Set(["a", "sup", "sub", "span", "b", "i", "em", "strong", "small", "cite", "ins"]);

/**
 * Tells by `rules`, or where they say nothing by what well-made pages have in common, what is article and what is
 * the page's own, which elements are notes, note signs, metadata and page numbers.
 * @throws QuothError `corpus-invalid` where a rule is no selector, or its article is nowhere in the page.
 */
export function pageRoles(file: string, document: Document, rules: HtmlRules): PageRoles {
  const find = (rule: keyof HtmlRules, standard: string): Element[] =>
    select(file, document, rule, rules[rule] ?? standard);
  const article =
    rules.article === undefined
      ? (ARTICLES.map((one) => select(file, document, "article", one)).find((found) => found.length > 0) ??
        [])
      : find("article", "");
  if (rules.article !== undefined && article.length === 0)
    throw new QuothError("corpus-invalid", `${file}: nothing in the page is "${rules.article}".`, {
      remedy: "Correct html.article in work.yaml: it is a CSS selector, such as: article.letter",
      data: { file, selector: rules.article },
    });
  // Where the whole body is the article, its own header and footer are the page's.
  const chrome = new Set([
    ...select(file, document, "skip", CHROME),
    ...(rules.skip === undefined ? [] : find("skip", "")),
    ...select(file, document, "skip", "head,title,body > header,body > footer"),
  ]);
  const targets = targetsOf(document);
  const notes = new Map<Element, string | undefined>();
  for (const one of find("notes", NOTES)) {
    if (INLINE.has(one.name)) continue;
    // What stands aside of the article is the page's own.
    if (one.name === "aside" && rules.notes === undefined && !within(one, new Set(article))) continue;
    notes.set(one, undefined);
  }
  const signs = new Map<Element, string>();
  const backlinks = new Set<Element>();
  for (const link of select(file, document, "notes", "a[href*='#']")) {
    const isHere = link.attribs["href"]?.startsWith("#") ?? false;
    const note = isHere ? noteOf(link, targets) : undefined;
    const label = noteLabel(textOf(link));
    if (within(link, chrome)) continue;
    if (!note) {
      // The note stands in another file of the edition: its sign is no word of the author's even so.
      if (label !== undefined && isNoteref(link) && !within(link, notes)) signs.set(wrapperOf(link), label);
      continue;
    }
    if (within(link, notes)) backlinks.add(link);
    else if (label !== undefined && isSign(link)) {
      signs.set(wrapperOf(link), label);
      if (notes.get(note) === undefined) notes.set(note, label);
    }
  }
  // Only now is every note known: a sign in a note leads back.
  for (const sign of [...signs.keys()].filter((one) => within(one, notes))) {
    signs.delete(sign);
    backlinks.add(sign);
  }
  return {
    article: new Set(article),
    chrome,
    metadata: new Set(find("metadata", METADATA)),
    pages: new Set(find("pages", PAGES)),
    notes,
    signs,
    backlinks,
    speakers: new Set(select(file, document, "article", SPEAKERS).filter(({ name }) => !INLINE.has(name))),
    stages: new Set(select(file, document, "article", STAGES)),
  };
}

function select(file: string, document: Document, rule: string, selector: string): Element[] {
  try {
    return selectAll<ChildNode | Document, Element>(selector, document);
  } catch (cause) {
    throw new QuothError("corpus-invalid", `${file}: "${selector}" is no selector.`, {
      remedy: `Correct html.${rule} in work.yaml: it is a CSS selector, such as: article.letter`,
      data: { file, selector },
      cause,
    });
  }
}

/** What a fragment can name: ids, and names of anchors. */
function targetsOf(document: Document): ReadonlyMap<string, Element> {
  const targets = new Map<string, Element>();
  for (const one of selectAll<ChildNode | Document, Element>("[id],a[name]", document)) {
    for (const name of [one.attribs["id"], one.attribs["name"]])
      if (name !== undefined && !targets.has(name)) targets.set(name, one);
  }
  return targets;
}

/** The element that a link into the page leads to, as the note that it may be. */
function noteOf(link: Element, targets: ReadonlyMap<string, Element>): Element | undefined {
  const href = link.attribs["href"]?.slice(1) ?? "";
  let note: Element | undefined = targets.get(href) ?? targets.get(safeDecode(href));
  while (note && !HOLDERS.has(note.name)) note = parentOf(note);
  for (let up: Element | undefined = link; up && note; up = parentOf(up)) if (up === note) return undefined;
  return note;
}

/** Whether a page says of a link that it is a note's sign. */
function isNoteref({ attribs }: Element): boolean {
  return /(?:^|[\s-])noteref(?:$|\s)/i.test(`${attribs["role"] ?? ""} ${attribs["epub:type"] ?? ""}`);
}

/** Whether a link looks like a note's sign rather than a cross-reference: raised, so called, or a mere number. */
function isSign(link: Element): boolean {
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
function wrapperOf(link: Element): Element {
  const up = parentOf(link);
  return up?.name === "sup" && textOf(up).trim().length <= textOf(link).trim().length + 2 ? up : link;
}

function within(element: Element, set: { has(one: Element): boolean }): boolean {
  for (let up: Element | undefined = element; up; up = parentOf(up)) if (set.has(up)) return true;
  return false;
}

function parentOf(element: Element): Element | undefined {
  return element.parent && isTag(element.parent) ? element.parent : undefined;
}

export function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? node.children.map(textOf).join("") : "";
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
