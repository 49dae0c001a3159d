import { selectAll } from "css-select";
import type { ChildNode, Document, Element } from "domhandler";
import type { HtmlRules } from "../../import-rules.js";
import { QuothError } from "../../quoth-error.js";
import { noteLabel } from "../editorial-sections.js";
import { contentsRows } from "./contents-rows.js";
import { textOf, within } from "./element-tree.js";
import { isNoteref, isSign, noteOf, targetsOf, wrapperOf } from "./note-signs.js";
import { ARTICLES, CHROME, METADATA, NOTES, PAGES, SPEAKERS, STAGES } from "./page-selectors.js";

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
  for (const row of contentsRows(document, signs)) if (!within(row, notes)) chrome.add(row);
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
