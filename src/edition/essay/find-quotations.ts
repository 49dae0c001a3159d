import type { Span } from "../span.js";
import { findBlocks } from "./find-blocks.js";
import { findMarked } from "./find-marked.js";
import type { FoundQuotation } from "./found-quotation.js";
import { lineIndex } from "./line-index.js";
import { DROPPED, type EssayFormat, maskMarkup } from "./mask-markup.js";

/** Later beginnings kept for a quotation over several paragraphs. */
const MOST_TAILS = 8;

/**
 * Every quotation in an essay, in order: between quotation marks of any kind (straight, curly, guillemets both
 * ways, low German ones), in block quotations, and nested ones. Apostrophes are no marks, code and addresses
 * hold none, and a mark without partner ends with its paragraph. Offsets are UTF-16 units of `text`.
 */
export function findQuotations(text: string, format: EssayFormat = "markdown"): readonly FoundQuotation[] {
  const { masked, blocks } = findBlocks(maskMarkup(text, format), text);
  const positionAt = lineIndex(text);
  const found: FoundQuotation[] = [];
  const read = (
    span: Span,
    kind: FoundQuotation["kind"],
    depth: number,
    reopened: readonly number[] = [],
    withTails = true,
  ): FoundQuotation | undefined => {
    const trimmed = trim(masked, span);
    if (!trimmed) return undefined;
    const [from, to] = [positionAt(trimmed.start), positionAt(trimmed.end)];
    const tails = withTails
      ? reopened
          .slice(0, MOST_TAILS)
          .flatMap(
            (at, k) =>
              read({ start: at + 1, end: span.end }, kind, depth, reopened.slice(k + 1), false) ?? [],
          )
      : [];
    return {
      ...trimmed,
      text: wordsIn(masked, trimmed, reopened),
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      kind,
      depth,
      ...(tails.length > 0 ? { tails } : {}),
    };
  };
  const add = (...what: Parameters<typeof read>): void => {
    const one = read(...what);
    if (one) found.push(one);
  };
  const around: Span[] = [];
  for (const block of blocks) {
    while (around.length > 0 && (around.at(-1) as Span).end < block.end) around.pop();
    add(block, "block", around.length);
    around.push(block);
  }
  // Read once, however many quotations a block holds.
  const letters = new Map<Span, string>();
  const lettersOf = (block: Span): string => {
    const known = letters.get(block) ?? bare(masked, block);
    letters.set(block, known);
    return known;
  };
  let next = 0;
  let open: Span[] = [];
  for (const marked of findMarked(masked, paragraphs(masked, blocks))) {
    for (let block = blocks[next]; block && block.start <= marked.start; block = blocks[next]) {
      open.push(block);
      next += 1;
    }
    open = open.filter((block) => block.end >= marked.start);
    const holding = open.filter((block) => block.end >= marked.end);
    // A block in marks from end to end is one quotation.
    const whole = holding.some((block) => lettersOf(block) === bare(masked, marked));
    if (!whole) add(marked, "inline", marked.depth + holding.length, marked.reopened);
  }
  return found.sort((a, b) => a.start - b.start || a.depth - b.depth);
}

/** Runs of lines that are not blank; a block quotation is never one with the text around it. */
function paragraphs(masked: string, blocks: readonly Span[]): readonly Span[] {
  const edges = new Set(blocks.flatMap(({ start, end }) => [start, end]));
  const spans: Span[] = [];
  let open: { start: number; end: number } | undefined;
  for (const match of masked.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const start = match.index;
    const end = start + (match[1] ?? "").length;
    const blankLine = (match[1] ?? "").replaceAll(DROPPED, "").trim() === "";
    // A block begins or ends on this line's first word: lines before it are another paragraph.
    const breaks = open !== undefined && [...edgesWithin(edges, open.end, start, end)].length > 0;
    if (open && (blankLine || breaks)) {
      spans.push(open);
      open = undefined;
    }
    if (!blankLine) open = { start: open?.start ?? start, end };
    if (match[0] === "") break;
  }
  if (open) spans.push(open);
  return spans;
}

function* edgesWithin(
  edges: ReadonlySet<number>,
  before: number,
  start: number,
  end: number,
): Generator<number> {
  if (edges.has(before)) yield before;
  for (let at = start; at <= Math.min(end, start + 8); at += 1) if (at < end && edges.has(at)) yield at;
}

/** The text of a span without markup, and without the marks that paragraphs repeat. */
function wordsIn(masked: string, { start, end }: Span, reopened: readonly number[]): string {
  let text = "";
  let from = start;
  for (const at of reopened) {
    if (at < start || at >= end) continue;
    text += masked.slice(from, at);
    from = at + 1;
  }
  return (text + masked.slice(from, end)).replaceAll(DROPPED, "");
}

function trim(masked: string, { start, end }: Span): Span | undefined {
  const blank = (at: number): boolean => /[\s\u0000]/.test(masked.charAt(at));
  let [from, to] = [start, end];
  while (from < to && blank(from)) from += 1;
  while (to > from && blank(to - 1)) to -= 1;
  return from < to && /[\p{L}\p{N}]/u.test(masked.slice(from, to)) ? { start: from, end: to } : undefined;
}

function bare(masked: string, { start, end }: Span): string {
  return masked.slice(start, end).replace(/[\s\u0000"'“”„«»‹›‘’‚.,]+/g, "");
}
