import type { Block, BlockKind, Line } from "../../block.js";
import type { Layer } from "../../layer.js";
import { divisionLabels } from "../division-labels.js";
import { noteLabel, sectionLayer } from "../editorial-sections.js";
import { firstEndingAfter, readableText } from "../readable-text.js";
import type { Span } from "../../span.js";
import { trimSpan } from "../text-lines.js";
import { mergeSpans } from "../merge-spans.js";
import type { MarkdownDocument, MarkdownLeaf } from "./read-markdown.js";

/** What front matter says, by its key; everything else in it is provenance. */
const FRONT_MATTER: Readonly<Record<string, BlockKind>> = {
  author: "byline",
  authors: "byline",
  date: "dateline",
  place: "dateline",
  addressee: "addressee",
  recipient: "addressee",
  to: "addressee",
  source: "source-note",
};
const NOTE_SIGN =
  /^(?:\\?\[\\?\^?([\p{L}\p{N}*†‡]{1,12})\\?\]|\(([\p{N}*†‡]{1,3})\)|([\p{N}]{1,3})\\?[.)](?=\s)|\\?([*†‡]+))\s*/u;
/** Under no heading that says whose the words are. */
const NO_SECTION: { readonly layer: Layer; readonly level: number } = { layer: "text", level: 0 };
/** Longer lines are prose that happens to be broken, characters. */
const LONGEST_VERSE = 100;

/** The blocks of a Markdown document, without the gaps and note signs in them. */
export function readLeaves(
  text: string,
  { leaves, gaps, notes, breaks }: MarkdownDocument,
): readonly Block[] {
  const unread = mergeSpans([...gaps, ...notes]);
  const wordsOf = (leaf: Span): string => readableText(text, leaf, unread);
  const headings = leaves.filter((leaf) => leaf.kind === "heading");
  const divisions = divisionLabels(
    headings.map((leaf) => ({ level: leaf.level ?? 1, words: wordsOf(leaf) })),
  );
  const intended = new Set(breaks);
  const blocks: Block[] = [];
  let division: readonly string[] = [];
  let section = NO_SECTION;
  let lastItem: number | undefined;
  let heading = 0;

  const push = (leaf: MarkdownLeaf, layer: Layer, kind: BlockKind, more: Partial<Block> = {}): void => {
    const span = trimSpan(text, leaf);
    if (!span) return;
    blocks.push({
      ...span,
      layer,
      kind,
      markers: [],
      ...(division.length === 0 ? {} : { division }),
      ...more,
    });
  };
  const extendLast = (leaf: MarkdownLeaf): void => {
    const last = blocks.pop();
    if (last) blocks.push({ ...last, end: trimSpan(text, leaf)?.end ?? last.end });
  };
  const pushNote = (leaf: MarkdownLeaf): void => {
    const sign = NOTE_SIGN.exec(text.slice(leaf.start, leaf.end));
    const number = leaf.item?.number;
    const label = number ?? noteLabel((sign?.slice(1) ?? []).find(Boolean) ?? "");
    const markers =
      label === undefined
        ? []
        : number !== undefined
          ? [
              {
                label,
                start: leaf.item?.start ?? leaf.start,
                end: (leaf.item?.start ?? 0) + number.length + 1,
              },
            ]
          : [{ label, start: leaf.start, end: leaf.start + (sign?.[0].trimEnd().length ?? 0) }];
    push(leaf, "note", "note", {
      ...(label === undefined ? {} : { label }),
      ...(number === undefined ? {} : { start: leaf.item?.start ?? leaf.start }),
      markers,
    });
  };

  for (const leaf of leaves) {
    const again = leaf.item !== undefined && leaf.item.start === lastItem;
    lastItem = leaf.item?.start;
    if (leaf.kind === "heading") {
      const level = leaf.level ?? 1;
      const layer = sectionLayer(wordsOf(leaf));
      if (level <= section.level) section = NO_SECTION;
      if (layer !== "text" && section.layer === "text") section = { layer, level };
      division = divisions[heading++] ?? [];
      push(leaf, "heading", "heading");
    } else if (leaf.kind === "front") {
      const line = text.slice(leaf.start, leaf.end);
      const key = /^([\w-]+)\s*[:=]/.exec(line)?.[1]?.toLowerCase();
      if (key === undefined && blocks.at(-1)?.layer === "metadata") extendLast(leaf);
      else push(leaf, "metadata", FRONT_MATTER[key ?? ""] ?? "provenance");
    } else if (leaf.kind === "comment") push(leaf, "metadata", "source-note");
    else if (leaf.kind === "note") {
      const label = noteLabel(leaf.label ?? "");
      const end = leaf.start + text.slice(leaf.start, leaf.end).indexOf("]:") + 2;
      push(leaf, "note", "note", {
        ...(label === undefined ? {} : { label }),
        markers: [{ label: label ?? "*", start: leaf.start, end }],
      });
    } else if (leaf.kind === "markup" || wordsOf(leaf).trim() === "" || isScript(text, leaf))
      push(leaf, "heading", "navigation");
    else if (section.layer === "note") {
      if (again && blocks.at(-1)?.layer === "note") extendLast(leaf);
      else pushNote(leaf);
    } else if (section.layer === "metadata") push(leaf, "metadata", "provenance");
    else {
      const lines = leaf.kind === "paragraph" ? verseLines(text, leaf, intended, notes, wordsOf) : undefined;
      push(leaf, "text", "paragraph", lines ? { lines } : {});
    }
  }
  return blocks;
}

function isScript(text: string, { kind, start, end }: MarkdownLeaf): boolean {
  return kind === "html" && /^\s*<(?:script|style)\b/i.test(text.slice(start, end));
}

/** The lines of a paragraph that is broken on purpose at every line end outside its notes; undefined for prose. */
function verseLines(
  text: string,
  leaf: MarkdownLeaf,
  intended: ReadonlySet<number>,
  notes: readonly Span[],
  wordsOf: (span: Span) => string,
): readonly Line[] | undefined {
  const lines: Line[] = [];
  let start = leaf.start;
  for (const match of text.slice(leaf.start, leaf.end).matchAll(/\r\n?|\n/g)) {
    const at = leaf.start + match.index;
    if ((notes[firstEndingAfter(notes, at)]?.start ?? Infinity) <= at) continue;
    if (!intended.has(at)) return undefined;
    lines.push({ start, end: at });
    start = at + match[0].length;
  }
  lines.push({ start, end: leaf.end });
  return lines.length > 1 && lines.every((line) => wordsOf(line).length <= LONGEST_VERSE) ? lines : undefined;
}
