import { blankSkips } from "./blank-skips.js";
import type { Block } from "./block.js";
import { levelOf, type Scheme, schemeOf } from "./levels.js";
import { numberLines } from "./number-lines.js";
import type { Passage, Sentence } from "./passage.js";
import { segmentSentences } from "./segment-sentences.js";
import { skipsOf } from "./skips-of.js";
import type { Span } from "./span.js";

/** A piece of a block that is referred to: a sentence, or a line of verse with the number printed beside it. */
interface Piece extends Span {
  readonly n?: string;
}

/**
 * Gives blocks their reference paths and their sentences: paragraphs 1, 2, 3 …, "opener", "closer", notes
 * by label ("note.A"), other layers by order ("heading.1"). A paragraph of the text always has a sentence
 * level ("3.1"); another passage has one when it has several sentences.
 *
 * Where the work names its levels, what its divisions give stands before that ("12.3.1": letter 12, paragraph 3),
 * or lines run on through a division and a passage is the range of its own ("3.1.56-90", a speech). Lines of verse
 * take the place of sentences.
 */
export function numberPassages(
  text: string,
  blocks: readonly Block[],
  language: string,
  levels?: readonly string[],
): readonly Passage[] {
  const scheme = schemeOf(levels);
  const pieces = blocks.map((block) => piecesOf(text, block, language));
  const lines = scheme.runsOn
    ? numberRunningLines(blocks, pieces, scheme)
    : new Map<Block, readonly string[]>();
  const counts = new Map<string, number>();
  const next = (name: string): number => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
  const taken = new Set<string>();
  return blocks.map((block, at) => {
    const own = pieces[at] ?? [];
    const numbers = lines.get(block);
    let path = numbers?.[0] === undefined ? passagePath(block, scheme, next) : rangeOf(numbers);
    while (taken.has(path)) path = `${path.replace(/~\d+$/, "")}~${next(`~${path}`) + 1}`;
    taken.add(path);
    const named = block.kind === "paragraph" || own.length > 1;
    const sentences = own.map(({ start, end }, i): Sentence => {
      return { path: numbers?.[i] ?? (named ? `${path}.${i + 1}` : path), start, end };
    });
    return { ...block, path, sentences };
  });
}

/** "3.1.56-90" of the lines of a speech, "3.1.56" of a single one. */
function rangeOf(numbers: readonly string[]): string {
  const [first = "", last = ""] = [numbers[0], numbers.at(-1)];
  return first === last ? first : `${first}-${last.slice(last.lastIndexOf(".") + 1)}`;
}

function numberRunningLines(
  blocks: readonly Block[],
  pieces: readonly (readonly Piece[])[],
  scheme: Scheme,
): ReadonlyMap<Block, readonly string[]> {
  const running = [...blocks.keys()].filter((at) => isRunning(blocks[at] as Block));
  const numbers = numberLines(
    running.flatMap((at) => {
      const division = divisionPath(blocks[at] as Block, scheme);
      return (pieces[at] ?? []).map(({ n }) => ({ division, printed: n }));
    }),
  );
  let from = 0;
  return new Map(
    running.map((at) => {
      const own = numbers.slice(from, from + (pieces[at]?.length ?? 0));
      from += own.length;
      return [blocks[at] as Block, own] as const;
    }),
  );
}

function isRunning({ layer, kind }: Block): boolean {
  return layer === "text" && kind === "paragraph";
}

function passagePath(block: Block, scheme: Scheme, next: (name: string) => number): string {
  if (block.layer === "note") return `note.${block.label ?? next("note")}`;
  if (block.layer !== "text") return `${block.layer}.${next(block.layer)}`;
  const division = divisionPath(block, scheme);
  const within = (part: string): string => (division === "" ? part : `${division}.${part}`);
  if (block.kind !== "paragraph") return /[^0.]/.test(division) ? within(block.kind) : block.kind;
  return within(String(next(within("paragraph"))));
}

/** The levels that stand before a passage's own number: "3.1"; a division that is missing is "0". */
function divisionPath({ division = [] }: Block, { divisions }: Scheme): string {
  return Array.from({ length: divisions }, (_, at) => levelOf(division[at])).join(".");
}

/** The lines of a block, or its sentences; each with the markers that follow it. */
function piecesOf(text: string, block: Block, language: string): readonly Piece[] {
  // Markers and gaps are blanked out, not cut out, so that every offset stays what it is in the file.
  const clean = blankSkips(text, block, skipsOf(block));
  const spans = block.lines?.some(({ start, end }) => text.slice(start, end).trim() !== "")
    ? trimLines(clean, block)
    : segmentSentences(clean, language);
  return spans.map((span: Piece, at) => {
    const limit = block.start + (spans[at + 1]?.start ?? clean.length);
    const ownEnd = block.start + span.end;
    // A marker after the full stop still belongs to the sentence that it follows.
    const end = block.markers.reduce((far, m) => (m.start >= ownEnd && m.end <= limit ? m.end : far), ownEnd);
    return { start: block.start + span.start, end, ...(span.n === undefined ? {} : { n: span.n }) };
  });
}

/**
 * The lines that hold anything, without the blanks around them; offsets are the block's. What stands between two lines
 * goes with the one before it, for nothing may be lost.
 */
function trimLines(clean: string, { start: from, lines = [] }: Block): readonly Piece[] {
  const held = lines.filter(({ start, end }) => clean.slice(start - from, end - from).trim() !== "");
  return held.map(({ start, n }, at) => {
    const begin = at === 0 ? 0 : start - from;
    const piece = clean.slice(begin, (held[at + 1]?.start ?? from + clean.length) - from);
    const first = begin + piece.length - piece.trimStart().length;
    return { start: first, end: begin + piece.trimEnd().length, ...(n === undefined ? {} : { n }) };
  });
}
