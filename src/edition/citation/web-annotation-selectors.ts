import type { Span } from "../span.js";
import { textOffset, type TextOffset } from "./text-offsets.js";

/** Characters of context on either side, as annotation tools take them (Hypothesis: 32). */
export const CONTEXT_LENGTH = 32;

export interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Counts code points from 0; `end` is the first one after the text. */
export interface TextPositionSelector {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
}

export type SelectorPair = readonly [TextQuoteSelector, TextPositionSelector];

/**
 * The W3C selectors (Web Annotation Data Model, 4.2.4 and 4.2.5) of each span of a quote, in order. A quote
 * out of which a marker was lifted has several spans: every one has its own pair, since a selector names
 * one unbroken stretch. `text` is the witness text, and the positions count in it, not in a web page. `from` is a
 * known place before the first span.
 */
export function webAnnotationSelectors(
  text: string,
  spans: readonly Span[],
  from?: TextOffset,
): readonly SelectorPair[] {
  let known = from;
  return spans.map(({ start, end }): SelectorPair => {
    const first = textOffset(text, start, known);
    const last = textOffset(text, end, first);
    known = last;
    return [
      {
        type: "TextQuoteSelector",
        exact: text.slice(start, end),
        prefix: before(text, start),
        suffix: after(text, end),
      },
      { type: "TextPositionSelector", start: first.codePoint, end: last.codePoint },
    ];
  });
}

/** Context never splits a surrogate pair. */
function before(text: string, at: number): string {
  let from = Math.max(0, at - CONTEXT_LENGTH);
  if (isLow(text, from) && from > 0) from += 1;
  return text.slice(Math.min(from, at), at);
}

function after(text: string, at: number): string {
  let to = Math.min(text.length, at + CONTEXT_LENGTH);
  if (isLow(text, to) && to < text.length) to -= 1;
  return text.slice(at, Math.max(at, to));
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
