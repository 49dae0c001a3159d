import { type ChildNode, type Document, type Element, isDocument, isTag, isText } from "domhandler";
import type { Block, BlockKind, Extractor, Marker } from "../../block.js";
import type { Layer } from "../../layer.js";
import { divisionLabels } from "../division-labels.js";
import { type BlockDraft, draftBlock } from "../draft-block.js";
import { sectionLayer } from "../editorial-sections.js";
import { withLineHyphens } from "../line-hyphens.js";
import { nameEnds } from "../name-ends.js";
import { createTextBuilder } from "../text-builder.js";
import { type Page, parsePage } from "./parse-page.js";
import { type PageRoles, pageRoles, textOf } from "./page-roles.js";
import { isVerse } from "./is-verse.js";

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre section summary " +
    "table tbody td tfoot th thead title tr ul"
  ).split(" "),
);
/** Their text is a program's, not a reader's. */
const NEVER_TEXT = new Set(["script", "style", "template"]);
const HEADINGS = /^h([1-6])$/;

/** What text is, by the elements around it. */
interface State {
  readonly layer: Layer;
  readonly kind: BlockKind;
  readonly label?: string;
  /** Inside a note with a label all is one block. */
  readonly whole: boolean;
  readonly anchor?: string;
  readonly pre: boolean;
  readonly verse: boolean;
  /** Whether the article has begun, and whether the page's own is around. */
  readonly inside: boolean;
  readonly chrome: boolean;
}

/**
 * Format `html`: a page saved from an archive. The text is taken out of it in its order, every character with its
 * place; `html` in work.yaml says by CSS selectors what is article, notes, metadata and what is to be skipped, and
 * `pageRoles` what holds where it says nothing. Headings are headings, what is the page's own (navigation, forms,
 * what is hidden) belongs to the heading layer as navigation; scripts and styles are no text. What stands under a
 * heading such as "Notes" is notes. Quoted blocks stay the author's: who is quoted is for a person to say.
 * @throws QuothError `corpus-invalid` with line and column, or with the selector at fault.
 */
export const importHtml: Extractor = {
  version: 1,
  extract(source, { authors, file, rules }) {
    const page = parsePage(file, source);
    const roles = pageRoles(file, page.document, rules?.html ?? {});
    const builder = createTextBuilder();
    const blocks = readPage(source, page, roles, (draft, at) => draft.finish(builder, at));
    const { text, origin } = builder.finish();
    const named = nameEnds(
      text,
      blocks.map((block) => withBrackets(text, block)),
      authors,
    );
    return { text, origin, blocks: withLineHyphens(text, named) };
  },
};

function readPage(
  source: string,
  { document, piecesOf }: Page,
  roles: PageRoles,
  finish: (draft: BlockDraft, at: number) => Block | undefined,
): readonly Block[] {
  const blocks: Block[] = [];
  const divisions = divisionsOf(document, roles);
  let draft: BlockDraft | undefined;
  let drafted: State | undefined;
  /** Where the draft begins in the source: the empty line before it belongs there. */
  let begun = 0;
  let division: readonly string[] = [];
  let section: { readonly layer: Layer; readonly level: number } = { layer: "text", level: 0 };
  let page: string | undefined;
  let broken = false;

  const flush = (): void => {
    const block = draft && finish(draft, begun);
    if (block) blocks.push(block);
    draft = undefined;
    broken = false;
  };
  const begin = (state: State, at: number): BlockDraft => {
    if (draft && drafted && !sameBlock(drafted, state)) flush();
    if (!draft) {
      const { layer, kind, label, anchor } = sectioned(state, section.layer);
      draft = draftBlock(source, {
        layer,
        kind,
        ...(label === undefined ? {} : { label }),
        ...(anchor === undefined ? {} : { anchor }),
        ...(division.length === 0 || state.chrome ? {} : { division }),
        ...(page === undefined || state.chrome || layer === "note" ? {} : { page }),
      });
      drafted = state;
      begun = at;
      if (state.verse) draft.beginLine(at);
    }
    return draft;
  };
  const write = (node: ChildNode, state: State): void => {
    if (!isText(node)) return;
    for (const { text, start, end } of piecesOf(node)) {
      if (state.pre && source.slice(start, end) === text) {
        writeLines(start, end, state);
        continue;
      }
      const blank = !/\S/.test(text);
      if (blank && !draft) continue;
      const now = blank && draft ? draft : begin(state, start);
      if (!blank) broken = false;
      if (source.slice(start, end) === text) now.copy(start, end);
      else now.stand(text, start, end);
    }
  };
  /** Preformatted text: its line ends stay, and a blank line parts paragraphs. */
  const writeLines = (start: number, end: number, state: State): void => {
    source
      .slice(start, end)
      .split(/(\r?\n[^\S\r\n]*\r?\n\s*)/)
      .reduce((at, part, order) => {
        if (order % 2 === 1) flush();
        else if (draft || /\S/.test(part)) {
          const lead = draft ? 0 : part.search(/\S/);
          begin(state, at + lead).copy(at + lead, at + part.length, true);
        }
        return at + part.length;
      }, start);
  };
  const breakLine = (state: State, at: number): void => {
    if (!draft) return;
    if (broken) return flush();
    if (state.verse) draft.beginLine(at);
    else draft.space(at);
    broken = true;
  };
  const walk = (node: ChildNode | Document, state: State): void => {
    if (isDocument(node)) {
      for (const child of node.children) walk(child, state);
      return;
    }
    if (!isTag(node)) {
      write(node, state);
      return;
    }
    if (NEVER_TEXT.has(node.name)) return;
    const [start, end] = [node.startIndex ?? 0, (node.endIndex ?? 0) + 1];
    if (node.name === "br") return breakLine(state, start);
    const inner = stateOf(node, state, roles);
    if (!inner.chrome && HEADINGS.test(node.name)) {
      flush();
      const level = Number(node.name.charAt(1));
      const layer = sectionLayer(textOf(node));
      if (level <= section.level) section = { layer: "text", level: 0 };
      if (layer !== "text" && section.layer === "text") section = { layer, level };
      division = divisions.get(node) ?? division;
    }
    const label = roles.signs.get(node) ?? (roles.backlinks.has(node) ? inner.label : undefined);
    const stepped =
      !inner.chrome && (label !== undefined || roles.backlinks.has(node) || roles.pages.has(node));
    if (stepped && roles.pages.has(node)) page = pageNumber(textOf(node)) ?? page;
    if (stepped && (draft || !roles.pages.has(node))) {
      const now = begin(inner, start);
      now.beginSkip();
      for (const child of node.children) walk(child, { ...(drafted ?? inner), pre: false });
      now.endSkip(roles.pages.has(node) ? undefined : label);
      return;
    }
    const parts = BLOCKS.has(node.name) && !(inner.whole && state.whole);
    if (parts && !isCell(node)) flush();
    else if (parts || BLOCKS.has(node.name)) draft?.space(start);
    for (const child of node.children) walk(child, inner);
    if (parts && !isCell(node)) flush();
    else if (parts || BLOCKS.has(node.name)) draft?.space(end);
  };
  // A mere fragment, without a body, is all article.
  const whole = roles.article.size === 0;
  walk(document, {
    layer: whole ? "text" : "heading",
    kind: whole ? "paragraph" : "navigation",
    whole: false,
    pre: false,
    verse: false,
    inside: whole,
    chrome: !whole,
  });
  flush();
  return blocks;
}

/** "[p. 213]" → "213". */
function pageNumber(words: string): string | undefined {
  const number = words
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:page|pg|p)\s/iu, "");
  return number === "" ? undefined : number;
}

/** A cell of a table of data goes on in its row; one that holds paragraphs is there for the page's looks. */
function isCell(element: Element): boolean {
  return (
    (element.name === "td" || element.name === "th") &&
    !element.children.some((child) => isTag(child) && BLOCKS.has(child.name))
  );
}

function sameBlock(one: State, other: State): boolean {
  return (
    one.layer === other.layer &&
    one.kind === other.kind &&
    one.label === other.label &&
    one.chrome === other.chrome &&
    one.pre === other.pre
  );
}

function sectioned(state: State, layer: Layer): State {
  if (state.chrome || state.layer !== "text" || layer === "text") return state;
  return { ...state, layer, kind: layer === "note" ? "note" : "provenance", verse: false };
}

function stateOf(element: Element, outer: State, roles: PageRoles): State {
  let state: State = roles.article.has(element)
    ? { ...outer, inside: true, chrome: false, layer: "text", kind: "paragraph" }
    : outer;
  const id = element.attribs["id"];
  if (id !== undefined && BLOCKS.has(element.name)) state = { ...state, anchor: id };
  else if (BLOCKS.has(element.name) && state.anchor !== undefined && !state.whole)
    state = withoutAnchor(state);
  const note = roles.notes.has(element);
  // A note belongs to the work though it stand below the article.
  if (note && !(state.chrome && state.inside)) {
    const label = roles.notes.get(element);
    state = { ...state, chrome: false, layer: "note", kind: "note", verse: false };
    if (label !== undefined) return { ...state, label, whole: true };
  }
  if (roles.chrome.has(element))
    return { ...state, chrome: true, layer: "heading", kind: "navigation", verse: false };
  if (state.chrome) return state;
  if (HEADINGS.test(element.name) && !state.whole) state = { ...state, layer: "heading", kind: "heading" };
  else if (roles.metadata.has(element) && (state.layer === "text" || state.layer === "metadata"))
    state = { ...state, layer: "metadata", kind: metadataKind(element) };
  if (element.name === "pre") state = { ...state, pre: true };
  if (BLOCKS.has(element.name)) state = { ...state, verse: state.layer === "text" && isVerse(element) };
  return state;
}

function withoutAnchor({ anchor: _anchor, ...state }: State): State {
  return state;
}

function metadataKind(element: Element): BlockKind {
  const words = `${element.name} ${Object.values(element.attribs).join(" ")}`;
  if (/\btime\b|date/i.test(words)) return "dateline";
  return /author|byline/i.test(words) ? "byline" : "provenance";
}

/** The divisions that the article's headings open. */
function divisionsOf(document: Document, roles: PageRoles): ReadonlyMap<Element, readonly string[]> {
  const headings: Element[] = [];
  const collect = (node: ChildNode | Document, inside: boolean): void => {
    if (!isTag(node) && !isDocument(node)) return;
    const within = inside || roles.article.size === 0 || (isTag(node) && roles.article.has(node));
    if (isTag(node) && (roles.chrome.has(node) || roles.notes.has(node))) return;
    if (within && isTag(node) && HEADINGS.test(node.name)) headings.push(node);
    for (const child of node.children) collect(child, within);
  };
  collect(document, false);
  const labels = divisionLabels(
    headings.map((one) => ({ level: Number(one.name.charAt(1)), words: textOf(one).trim() })),
  );
  return new Map(headings.map((one, at) => [one, labels[at] ?? []]));
}

/** A note sign's brackets go with it where they stand outside its link: "[<a href=…>1</a>]". */
function withBrackets(text: string, block: Block): Block {
  if (block.markers.length === 0) return block;
  const taken = [...block.markers, ...(block.gaps ?? [])];
  const isFree = (at: number): boolean => taken.every(({ start, end }) => at < start || at >= end);
  const wide = (marker: Marker): Marker => {
    const [before, after] = [marker.start - 1, marker.end];
    const signs = text.charAt(before) + text.charAt(after);
    const bracketed = marker.end > marker.start && (signs === "[]" || signs === "()");
    if (!bracketed || before < block.start || !isFree(before) || !isFree(after)) return marker;
    return { ...marker, start: before, end: after + 1 };
  };
  return { ...block, markers: block.markers.map(wide) };
}
