import type { Span } from "../../span.js";
import { mergeSpans } from "../merge-spans.js";
import { findInlineNotes, type InlineNote } from "./find-inline-notes.js";
import { inlineMarkup } from "./inline-markup.js";
import { type MarkdownToken, markdownEvents } from "./markdown-events.js";

/** A leaf of a Markdown document, in file order. */
export interface MarkdownLeaf extends Span {
  readonly kind: "heading" | "paragraph" | "row" | "code" | "html" | "comment" | "markup" | "front" | "note";
  /** Headings: 1 to 6. */
  readonly level?: number;
  /** Foot- and endnotes: the label as written. */
  readonly label?: string;
  /** Where the list item begins in which the leaf stands, and the number that it bears. */
  readonly item?: { readonly start: number; readonly number?: string };
}

/** What a Markdown file consists of; everything sorted, and no two gaps or signs overlap. */
export interface MarkdownDocument {
  readonly leaves: readonly MarkdownLeaf[];
  /** Markup: what a reader does not read. */
  readonly gaps: readonly Span[];
  /** Signs of footnotes. */
  readonly calls: readonly (Span & { readonly label: string })[];
  /** Notes that stand in the text they belong to. */
  readonly notes: readonly InlineNote[];
  /** Where lines are broken on purpose: offsets of the line ends. */
  readonly breaks: readonly number[];
}

/** Tokens that are markup through and through. */
const MARKUP: ReadonlySet<string> = new Set([
  "atxHeadingSequence",
  "setextHeadingLine",
  "emphasisSequence",
  "strongSequence",
  "escapeMarker",
  "hardBreakEscape",
  "codeTextSequence",
  "labelMarker",
  "resource",
  "reference",
  "image",
  "autolinkMarker",
  "blockQuoteMarker",
  "codeFencedFence",
  "tableDelimiterRow",
  "yamlFence",
  "tomlFence",
  "thematicBreakSequence",
  "definition",
]);
const LEAVES: Readonly<Record<string, MarkdownLeaf["kind"]>> = {
  atxHeading: "heading",
  setextHeading: "heading",
  paragraph: "paragraph",
  tableRow: "row",
  codeFenced: "code",
  codeIndented: "code",
  htmlFlow: "html",
  thematicBreak: "markup",
  definition: "markup",
  yamlValue: "front",
  tomlValue: "front",
  gfmFootnoteDefinition: "note",
};
/** In these nothing is markup but what they say themselves. */
const VERBATIM: ReadonlySet<string> = new Set(["codeFenced", "codeIndented", "codeText", "yaml", "toml"]);

type Item = NonNullable<MarkdownLeaf["item"]>;

/** Parses a Markdown text into its leaves and its markup. */
export function readMarkdown(text: string): MarkdownDocument {
  const leaves: MarkdownLeaf[] = [];
  const gaps: Span[] = [];
  const calls: (Span & { label: string })[] = [];
  const breaks: number[] = [];
  const verbatim: Span[] = [];
  const lists: { readonly ordered: boolean; item?: Item }[] = [];
  /** The note, and the piece of markup, that is being read: what stands in them is no leaf, or nothing at all. */
  let note: MarkdownToken | undefined;
  let skipped: MarkdownToken | undefined;
  let broken = false;

  const enter = (token: MarkdownToken): void => {
    const { type, start, end } = token;
    const list = lists.at(-1);
    if (type === "listOrdered" || type === "listUnordered") lists.push({ ordered: type === "listOrdered" });
    else if (type === "listItemPrefix" && list) list.item = { start };
    else if (type === "listItemValue" && list?.item) list.item = { start, number: text.slice(start, end) };
    else if (type === "listItemMarker" && list && !list.ordered) gaps.push({ start, end });
    else if (type === "gfmFootnoteDefinition") note = token;
    else if (type === "gfmFootnoteCall") {
      calls.push({ start, end, label: text.slice(start + 2, end - 1) });
      skipped = token;
    } else if (type === "characterReference") {
      const gap = referenceGap(text, token);
      if (gap) gaps.push(gap);
      skipped = token;
    } else if (type === "tableCellDivider") {
      if (isApart(text, token)) gaps.push({ start, end });
    } else if (type === "hardBreakTrailing" || type === "hardBreakEscape") broken = true;
    else if (type === "lineEnding") {
      if (broken) breaks.push(start);
      broken = false;
    }
    if (MARKUP.has(type)) {
      gaps.push({ start, end });
      skipped = token;
    }
    if (VERBATIM.has(type)) verbatim.push({ start, end });
  };
  const leave = ({ type, start, end }: MarkdownToken): void => {
    if (type === "listOrdered" || type === "listUnordered") lists.pop();
    let kind = LEAVES[type];
    if (kind === "note") note = undefined;
    if (kind === undefined || note) return;
    if (kind === "html" && /^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(text.slice(start, end))) kind = "comment";
    const item = lists.at(-1)?.item;
    leaves.push({
      kind,
      start,
      end,
      ...(kind === "heading" ? { level: levelOf(text.slice(start, end)) } : {}),
      ...(kind === "note" ? { label: /^\[\^([^\]]*)\]/.exec(text.slice(start, end))?.[1] ?? "" } : {}),
      ...(item ? { item } : {}),
    });
  };

  for (const [move, token] of markdownEvents(text)) {
    const closes = move === "exit" && token.type === skipped?.type && token.end === skipped.end;
    if (skipped && !closes) continue;
    if (closes) skipped = undefined;
    if (move === "enter") enter(token);
    else leave(token);
  }
  leaves.sort((a, b) => a.start - b.start);
  const markup = mergeSpans([...gaps, ...unparsed(text, leaves, [...verbatim, ...calls])]);
  const closed = mergeSpans([...markup, ...verbatim, ...calls]);
  const notes = leaves.flatMap((leaf) =>
    leaf.kind === "paragraph" || leaf.kind === "heading" || leaf.kind === "row"
      ? findInlineNotes(text, leaf, closed, leaf.kind === "row" ? "cells" : "whole")
      : [],
  );
  return { leaves, gaps: markup, calls, notes, breaks };
}

/** Tags, comments and strokes, which the parser was not asked for. */
function unparsed(text: string, leaves: readonly MarkdownLeaf[], not: readonly Span[]): readonly Span[] {
  const closed = mergeSpans(not);
  let at = 0;
  return leaves
    .filter(({ kind }) => kind !== "code" && kind !== "markup" && kind !== "front")
    .flatMap((leaf) => (leaf.kind === "comment" ? commentSigns(text, leaf) : inlineMarkup(text, leaf)))
    .sort((a, b) => a.start - b.start)
    .filter((span) => {
      while (at < closed.length && (closed[at] as Span).end <= span.start) at += 1;
      return (closed[at]?.start ?? Infinity) >= span.end;
    });
}

function commentSigns(text: string, { start, end }: Span): readonly Span[] {
  const close = start + text.slice(start, end).lastIndexOf("-->");
  return [
    { start, end: start + 4 },
    { start: close, end: close + 3 },
  ];
}

/**
 * What of a character reference is stepped over. The text quoted from is the file, so that "&mdash;" must stay as it
 * is typed; but "&amp;" can be read as its first sign, a soft hyphen as nothing, and a blank beside a blank likewise.
 */
function referenceGap(text: string, { start, end }: Span): Span | undefined {
  const name = text.slice(start + 1, end - 1).toLowerCase();
  if (name === "amp") return { start: start + 1, end };
  if (/^(?:shy|zwnj|zwj|#173|#xad)$/.test(name)) return { start, end };
  return /^(?:nbsp|ensp|emsp|thinsp|#160|#xa0)$/.test(name) && isApart(text, { start, end })
    ? { start, end }
    : undefined;
}

/** Whether a sign can go without two words running into one. */
function isApart(text: string, { start, end }: Span): boolean {
  return !/\S/.test(text.charAt(start - 1)) || !/\S/.test(text.charAt(end));
}

function levelOf(heading: string): number {
  const hashes = /^\s*(#{1,6})/.exec(heading)?.[1];
  if (hashes !== undefined) return hashes.length;
  return /=\s*$/.test(heading) ? 1 : 2;
}
