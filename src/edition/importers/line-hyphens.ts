import type { Block } from "../block.js";
import type { Span } from "../span.js";
import { piecesBetween } from "./readable-text.js";
import { mergeSpans } from "./merge-spans.js";

/** What may stand at the end of a line where a word goes on in the next: hyphens, soft hyphen, "¬". */
const AT_LINE_END = /[-\u2010\u00AC\u00AD][^\S\r\n\u2028\u2029]*(?:\r\n?|[\n\u2028])\s*(?=\S)/g;
const SOFT_HYPHEN = /\u00AD/g;
/** No word is longer; it bounds the look around a hyphen. */
const LONGEST_WORD = 40;
/** After these words' left neighbours a hyphen hangs: "pre- and post-war". */
const CONJUNCTION = /^(?:and|or|nor|to|und|oder|bis|et|ou|y|o|e)$/;

/**
 * Gives blocks the gaps that soft hyphens and words broken at line ends ask for: "inva-⏎sion" reads "invasion".
 *
 * A soft hyphen is always stepped over, with the line end after it. Of a hyphen between two lower-case letters the
 * text itself says what it is: where the joined word stands elsewhere in it, it goes; where the hyphenated one
 * does, or both halves are words of the text ("well-⏎known"), it stays and the line end goes; else it goes.
 * Between other letters ("Anglo-⏎Saxon") it stays and the line end goes; beside anything else all stays.
 */
export function withLineHyphens(text: string, blocks: readonly Block[]): readonly Block[] {
  if (!/[\u00AD\u00AC]|[-\u2010][^\S\r\n\u2028\u2029]*[\r\n\u2028]/.test(text)) return blocks;
  let known: ReadonlySet<string> | undefined;
  const occurs = (word: string): boolean => (known ??= wordSet(text)).has(word);
  return blocks.map((block) => {
    // What a note sign stands in belongs to the sign.
    const found = hyphensIn(text, block, occurs).flatMap((gap) => piecesBetween(gap, block.markers));
    return found.length === 0 ? block : { ...block, gaps: mergeSpans([...(block.gaps ?? []), ...found]) };
  });
}

/** The stretch with its gaps and markers blanked out, so that every offset stays what it is. */
function blankOut(text: string, { start, end, gaps = [], markers }: Block): string {
  const pieces: string[] = [];
  let at = start;
  for (const hole of mergeSpans([...gaps, ...markers])) {
    pieces.push(text.slice(at, hole.start), " ".repeat(hole.end - hole.start));
    at = hole.end;
  }
  pieces.push(text.slice(at, end));
  return pieces.join("");
}

function hyphensIn(text: string, block: Block, occurs: (word: string) => boolean): readonly Span[] {
  const clean = blankOut(text, block);
  const gaps: Span[] = [];
  const push = (start: number, end: number): void => {
    gaps.push({ start: block.start + start, end: block.start + end });
  };
  for (const match of clean.matchAll(AT_LINE_END)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith("\u00AD")) {
      push(match.index, end);
      continue;
    }
    const left = /\p{L}[\p{L}\p{M}]*$/u.exec(
      clean.slice(Math.max(0, match.index - LONGEST_WORD), match.index),
    )?.[0];
    const right = /^\p{L}[\p{L}\p{M}]*/u.exec(clean.slice(end, end + LONGEST_WORD))?.[0];
    if (left === undefined || right === undefined || CONJUNCTION.test(right)) continue;
    push(joins(left, right, match[0].charAt(0), occurs) ? match.index : match.index + 1, end);
  }
  for (const match of clean.matchAll(SOFT_HYPHEN)) push(match.index, match.index + 1);
  return gaps;
}

function joins(left: string, right: string, sign: string, occurs: (word: string) => boolean): boolean {
  if (sign === "\u00AC") return true;
  if (!/\p{Ll}\p{M}*$/u.test(left) || !/^\p{Ll}/u.test(right)) return false;
  const [head, tail] = [left.toLowerCase(), right.toLowerCase()];
  if (occurs(head + tail)) return true;
  return !occurs(`${head}-${tail}`) && !(occurs(head) && occurs(tail));
}

/** The words of a text in lower case, with and without inner hyphens; none of them touches a hyphen at a line end. */
function wordSet(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*(?:[-\u2010]\p{L}[\p{L}\p{M}]*)*/gu)) {
    const end = match.index + match[0].length;
    if (/[-\u2010\u00AC\u00AD]/.test(text.charAt(end))) continue;
    // The second half of a broken word is none either.
    if (/[-\u2010\u00AC\u00AD]\s+$/.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
    words.add(match[0].toLowerCase().replace(/\u2010/g, "-"));
  }
  return words;
}
