import { type ChildNode, type Document, isDocument, isTag, isText } from "domhandler";
import type { Block } from "../../block.js";
import type { Layer } from "../../layer.js";
import { type BlockDraft, draftBlock } from "../draft-block.js";
import { sectionLayer } from "../editorial-sections.js";
import { BLOCKS, HEADINGS, isCell } from "./block-elements.js";
import { type ElementState, outermostState, sameBlock, sectioned, stateOf } from "./element-state.js";
import { pageDivisions } from "./page-divisions.js";
import type { PageRoles } from "./page-roles.js";
import { textOf } from "./element-tree.js";
import type { Page } from "./parse-page.js";

/** Their text is a program's, not a reader's. */
const NEVER_TEXT = new Set(["script", "style", "template"]);

/** The blocks of a page in its order, `author` being whose words a play's speakers and stage directions are; `finish` puts each into the text, before which `at` in the source stands. */
export function readPage(
  source: string,
  { document, piecesOf }: Page,
  roles: PageRoles,
  author: string,
  finish: (draft: BlockDraft, at: number) => Block | undefined,
): readonly Block[] {
  const blocks: Block[] = [];
  const divisions = pageDivisions(document, roles);
  let draft: BlockDraft | undefined;
  let drafted: ElementState | undefined;
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
  const begin = (state: ElementState, at: number): BlockDraft => {
    if (draft && drafted && !sameBlock(drafted, state)) flush();
    if (!draft) {
      const { layer, kind, label, anchor, voice } = sectioned(state, section.layer);
      // Who speaks, and what is done on the stage, are the author's words.
      const whose = layer === "text" ? voice : kind === "speaker" || kind === "stage" ? author : "";
      draft = draftBlock(source, {
        layer,
        kind,
        ...(label === undefined ? {} : { label }),
        ...(anchor === undefined ? {} : { anchor }),
        ...(whose === undefined || whose === "" ? {} : { voice: whose }),
        ...(division.length === 0 || state.chrome ? {} : { division }),
        ...(page === undefined || state.chrome || layer === "note" ? {} : { page }),
      });
      drafted = state;
      begun = at;
      if (state.verse) draft.beginLine(at);
    }
    return draft;
  };
  const write = (node: ChildNode, state: ElementState): void => {
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
  const writeLines = (start: number, end: number, state: ElementState): void => {
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
  const breakLine = (state: ElementState, at: number): void => {
    if (!draft) return;
    if (broken) return flush();
    if (state.verse) draft.beginLine(at);
    else draft.space(at);
    broken = true;
  };
  const walk = (node: ChildNode | Document, state: ElementState): void => {
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
  walk(document, outermostState(roles));
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
