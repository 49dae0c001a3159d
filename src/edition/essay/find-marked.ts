import type { Span } from "../span.js";
import { DROPPED } from "./mask-markup.js";

/** A quotation between marks: `start`..`end` without them; `reopened` are marks that a new paragraph repeats. */
interface Marked extends Span {
  readonly depth: number;
  readonly reopened: readonly number[];
}

interface Open {
  readonly sign: string;
  readonly closing: string;
  readonly start: number;
  readonly reopened: number[];
}

/** What closes a mark that opens; "„" closes as the German and as the Polish do. */
const CLOSING: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "‟": "”",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
  "「": "」",
  "『": "』",
  "‘": "’",
  "‚": "‘’",
  '"': '"',
  "'": "'",
  "”": "”",
};
const SIGNS = /["'“”„‟«»‹›「」『』‘’‚]/g;
const WORD = /[\p{L}\p{N}]/u;
/** Words and decades that begin with an apostrophe. */
const ELISION = /^(?:tis|twas|twere|twill|em|til|cause|bout|round|n|\d0s|\d\d)(?![\p{L}\p{N}])/iu;

/**
 * The quotations between marks in one paragraph after the other, nested ones, too. A mark without its partner
 * reaches no further than its paragraph, unless the next one opens with the same mark. `paragraphs` are spans
 * of `masked`, in order.
 */
export function findMarked(masked: string, paragraphs: readonly Span[]): readonly Marked[] {
  const found: Marked[] = [];
  let stack: Open[] = [];
  for (const paragraph of paragraphs) {
    const first = masked.slice(paragraph.start, paragraph.end).search(/[^\s\u0000]/) + paragraph.start;
    const carried = stack[0];
    // The convention of print: each paragraph of a quotation opens anew, the last one closes.
    const goesOn =
      carried !== undefined &&
      masked.charAt(first) === carried.sign &&
      carried.sign !== "'" &&
      carried.sign !== "‘";
    if (goesOn) carried.reopened.push(first);
    stack = goesOn ? [carried] : [];
    const from = goesOn ? first + 1 : paragraph.start;
    for (const match of masked.slice(from, paragraph.end).matchAll(SIGNS)) {
      const at = from + match.index;
      const closed = closingIndex(masked, at, paragraph.end, stack);
      if (closed !== -1) {
        const open = stack[closed] as Open;
        found.push({ start: open.start, end: at, depth: closed, reopened: open.reopened });
        stack.length = closed;
      } else if (opens(masked, at, paragraph.end, stack)) {
        const sign = match[0];
        // The same mark open already was left without its partner.
        const twin = stack.findIndex((open) => open.sign === sign);
        if (twin !== -1) stack.length = twin;
        stack.push({ sign, closing: CLOSING[sign] ?? sign, start: at + 1, reopened: [] });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The number on the stack of the quotation that the mark at `at` closes, -1 for none. */
function closingIndex(text: string, at: number, end: number, stack: readonly Open[]): number {
  const sign = text.charAt(at);
  const index = stack.findLastIndex((open) => open.closing.includes(sign));
  if (index === -1) return -1;
  const [before, after] = [visible(text, at, -1), visible(text, at, 1)];
  if (sign === '"' && /^[\s([{—–]?$/.test(before) && /\S/.test(after)) return -1;
  if (sign !== "'" && sign !== "’") return index;
  if (WORD.test(after)) return -1;
  if (sign === "'" && !/\S/.test(before)) return -1;
  return isPossessive(text, at, end, sign) ? -1 : index;
}

/** "the peoples' choice": an s before, a word after, and another mark still to come that can close. */
function isPossessive(text: string, at: number, end: number, sign: string): boolean {
  if (
    visible(text, at, -1) !== "s" ||
    !/^[\u0000]*\s+\p{Ll}/u.test(text.slice(at + 1, Math.min(end, at + 12)))
  )
    return false;
  const rest = text.slice(at + 1, end);
  const later = new RegExp(`${sign}(?![\\p{L}\\p{N}])`, "u").exec(rest);
  const opening = sign === "’" ? rest.indexOf("‘") : rest.search(/(?<![\p{L}\p{N}])'(?=[\p{L}\p{N}])/u);
  return later !== null && (opening === -1 || later.index < opening);
}

function opens(text: string, at: number, end: number, stack: readonly Open[]): boolean {
  const sign = text.charAt(at);
  if (CLOSING[sign] === undefined) return false;
  const [before, after] = [visible(text, at, -1), visible(text, at, 1)];
  // The French leave a blank within their marks.
  if (sign === "«" || sign === "‹") return true;
  if (!/\S/.test(after)) return false;
  if (sign === '"') return !WORD.test(before);
  if (sign === "”")
    return !WORD.test(before) && !/[.,!?;:]/.test(before) && WORD.test(after) && stack.length === 0;
  if (sign !== "'" && sign !== "‘") return true;
  if (WORD.test(before) || !/[\p{L}\p{N}[(….“"«]/u.test(after)) return false;
  return sign === "‘" || !ELISION.test(text.slice(at + 1, Math.min(end, at + 12)));
}

/** The next character on a side that is no dropped markup; "" at the text's ends. */
function visible(text: string, at: number, step: 1 | -1): string {
  let next = at + step;
  while (text.charAt(next) === DROPPED) next += step;
  return text.charAt(next);
}
