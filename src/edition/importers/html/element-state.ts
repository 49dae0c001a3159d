import { type Element, isTag } from "domhandler";
import type { BlockKind } from "../../block.js";
import type { Layer } from "../../layer.js";
import { BLOCKS, HEADINGS } from "./block-elements.js";
import { isVerse } from "./is-verse.js";
import type { PageRoles } from "./page-roles.js";
import { textOf } from "./element-tree.js";

/** What text is, by the elements around it. */
export interface ElementState {
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
  /** In a play, who speaks. */
  readonly voice?: string;
}

/** What text is in the page, before the article has begun; of a mere fragment, without a body, all is article. */
export function outermostState({ article }: PageRoles): ElementState {
  const whole = article.size === 0;
  return {
    layer: whole ? "text" : "heading",
    kind: whole ? "paragraph" : "navigation",
    whole: false,
    pre: false,
    verse: false,
    inside: whole,
    chrome: !whole,
  };
}

/** What text is in `element`, where it is `outer` around it. */
export function stateOf(element: Element, outer: ElementState, roles: PageRoles): ElementState {
  let state: ElementState = roles.article.has(element)
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
  if (state.layer === "text") state = inPlay(element, state, roles);
  if (element.name === "pre") state = { ...state, pre: true };
  if (BLOCKS.has(element.name)) state = { ...state, verse: state.layer === "text" && isVerse(element) };
  return state;
}

/** Who speaks, by the name in the same row, or over what follows in the same element. */
function inPlay(element: Element, state: ElementState, { speakers, stages }: PageRoles): ElementState {
  if (speakers.has(element)) return { ...state, layer: "heading", kind: "speaker", verse: false };
  if (stages.has(element)) return { ...state, layer: "heading", kind: "stage", verse: false };
  const speaker = element.children.find((child) => isTag(child) && speakers.has(child));
  const voice = speaker && textOf(speaker).replace(/\s+/g, " ").trim();
  return voice === undefined || voice === "" ? state : { ...state, voice };
}

/** Whether what comes now goes on in the block begun before. */
export function sameBlock(one: ElementState, other: ElementState): boolean {
  return (
    one.layer === other.layer &&
    one.kind === other.kind &&
    one.label === other.label &&
    one.voice === other.voice &&
    one.chrome === other.chrome &&
    one.pre === other.pre
  );
}

/** What text is in a section whose heading says that it is of another layer. */
export function sectioned(state: ElementState, layer: Layer): ElementState {
  if (state.chrome || state.layer !== "text" || layer === "text") return state;
  return { ...state, layer, kind: layer === "note" ? "note" : "provenance", verse: false };
}

function withoutAnchor({ anchor: _anchor, ...state }: ElementState): ElementState {
  return state;
}

function metadataKind(element: Element): BlockKind {
  const words = `${element.name} ${Object.values(element.attribs).join(" ")}`;
  if (/\btime\b|date/i.test(words)) return "dateline";
  return /author|byline/i.test(words) ? "byline" : "provenance";
}
