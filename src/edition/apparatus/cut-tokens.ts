import { cutSpans } from "../cut-spans.js";
import type { Passage } from "../passage.js";
import { skipsOf } from "../skips-of.js";
import { sliceSpans, type Span } from "../span.js";
import type { Token } from "./token.js";

/** Tokens `[from, to)` of a passage as slices of its witness, and the reference path of the sentences they are in. */
export function cutTokens(
  text: string,
  passage: Passage,
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
): { readonly text: string; readonly spans: Span[]; readonly path: string } {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last || to <= from)
    return { text: "", spans: [], path: pathAt(passage, tokens[from] ?? tokens[from - 1]) };
  const spans = cutSpans(text, { start: first.start, end: last.end }, skipsOf(passage)).map((span) => ({
    ...span,
  }));
  return { text: sliceSpans(text, spans), spans, path: pathFrom(passage, first, last) };
}

function pathFrom(passage: Passage, first: Token, last: Token): string {
  const [one, other] = [pathAt(passage, first), pathAt(passage, last)];
  if (one === other) return one;
  const whole = passage.sentences[0]?.path === one && passage.sentences.at(-1)?.path === other;
  return whole
    ? passage.path
    : `${one.replace(/-[^-.]*$/, "")}-${other.slice(other.lastIndexOf(".") + 1).replace(/^[^-]*-/, "")}`;
}

function pathAt({ sentences, path }: Passage, token: Token | undefined): string {
  return (
    sentences.findLast((sentence) => token !== undefined && sentence.start <= token.start)?.path ??
    sentences[0]?.path ??
    path
  );
}
