import type { Span } from "../span.js";
import { tokensOf } from "./tokens.js";

/** Contents longer than any insertion; the blanks of note signs within them count. */
const LONGEST = 1_000;
const BRACKET = new RegExp(`\\[([^\\[\\]]{1,${LONGEST}})\\]`, "gu");
/** How far from its bracket a word is still its neighbour; longer than words are. */
const REACH = 80;
/** Parts two neighbours: "word … [sic]". */
const PARTED = /\.\s?\.|[…⋯‥]|·{3}|\*\s+\*/;

/** Square brackets with what they hold and the words on either side, as tokens read them; "" for none. */
interface BracketInContext extends Span {
  readonly content: string;
  readonly before: string;
  readonly after: string;
}

/** The sources' own square brackets, by content and neighbour. */
export type SourceBrackets = ReadonlySet<string>;

/** Adds the square brackets of a source's clean text. */
export function addSourceBrackets(known: Set<string>, clean: string): void {
  for (const bracket of bracketsInContext(clean)) {
    known.add(keyOf("", bracket.content, ""));
    known.add(keyOf(bracket.before, bracket.content, ""));
    known.add(keyOf("", bracket.content, bracket.after));
  }
}

/**
 * The brackets of a quotation that the sources have themselves, beside the same word on one side at least:
 * they may be quoted like any other punctuation. In order; linear in the length of `text`.
 */
export function ownBrackets(text: string, known: SourceBrackets): readonly Span[] {
  if (known.size === 0) return [];
  const heldSomewhere = (content: string): boolean => known.has(keyOf("", content, ""));
  return [...bracketsInContext(text, heldSomewhere)].filter(({ content, before, after }) => {
    if (before === "" && after === "") return true;
    return (
      (before !== "" && known.has(keyOf(before, content, ""))) ||
      (after !== "" && known.has(keyOf("", content, after)))
    );
  });
}

/** The `spans` that do not lie within one of `own`; both ascend. */
export function outsideOf<S extends Span>(spans: readonly S[], own: readonly Span[]): readonly S[] {
  if (own.length === 0) return spans;
  let at = 0;
  return spans.filter(({ start, end }) => {
    while ((own[at]?.end ?? Infinity) <= start) at += 1;
    const around = own[at];
    return !(around && around.start <= start && end <= around.end);
  });
}

/** The brackets of `text` whose content is `wanted`; the others' neighbours are not looked at. */
function* bracketsInContext(
  text: string,
  wanted: (content: string) => boolean = () => true,
): Generator<BracketInContext> {
  for (const match of text.matchAll(BRACKET)) {
    const inside = match[1] as string;
    if (!/[\p{L}\p{N}*†‡§¶]/u.test(inside)) continue;
    const words = tokensOf(inside).map(({ norm }) => norm);
    const content = words.length > 0 ? words.join(" ") : inside.trim();
    if (!wanted(content)) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const left = text.slice(Math.max(0, start - REACH), start);
    const right = text.slice(end, end + REACH);
    const [last, first] = [tokensOf(left).at(-1), tokensOf(right)[0]];
    yield {
      start,
      end,
      content,
      before: last && !PARTED.test(left.slice(last.end)) ? last.norm : "",
      after: first && !PARTED.test(right.slice(0, first.start)) ? first.norm : "",
    };
  }
}

function keyOf(before: string, content: string, after: string): string {
  return `${before}[${content}]${after}`;
}
