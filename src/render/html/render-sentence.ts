import type { Quote } from "../../edition/quote.js";
import type { Span } from "../../edition/span.js";
import { html, type Html } from "./html.js";

/** A sign that stands at an offset of the witness text without being part of it: an element without text. */
export interface Sign {
  readonly offset: number;
  readonly sign: Html;
}

/** Words about which the editions differ: in what they say, or in their form only. */
export interface Lemma extends Span {
  readonly isForm: boolean;
  /** A class of the mark, or "". */
  readonly named: string;
}

export interface SentenceParts {
  /** Of the witness. */
  readonly text: string;
  /** The sentence, cut from it. */
  readonly quote: Quote;
  /** The element's id; undefined where its passage has it. */
  readonly id: string | undefined;
  /** More classes of the element, each with a blank before it. */
  readonly classes?: string;
  /** In order; those in this sentence. */
  readonly signs: readonly Sign[];
  /** Words about which the editions differ. */
  readonly lemmata: readonly Lemma[];
  /** Where lines of verse begin within the sentence. */
  readonly breaks: readonly number[];
}

/**
 * One sentence as one element whose text content is the quote's text to the letter: signs are elements without text,
 * which the style sheet writes out, so that copying and searching give the author's words alone.
 */
export function renderSentence({
  text,
  quote,
  id,
  classes = "",
  signs,
  lemmata,
  breaks,
}: SentenceParts): Html {
  const edges = [
    ...signs.map(({ offset }) => offset),
    ...lemmata.flatMap(({ start, end }) => [start, end]),
    ...breaks,
  ];
  const waiting = [...signs];
  const lines = [...breaks];
  const parts: Html[] = [];
  for (const span of quote.spans) {
    const inner = edges.filter((at) => at > span.start && at < span.end);
    const cuts = [...new Set([span.start, ...inner, span.end])].sort((a, b) => a - b);
    cuts.slice(0, -1).forEach((start, index) => {
      while (waiting[0] && waiting[0].offset <= start) parts.push(waiting.shift()?.sign as Html);
      while (lines[0] !== undefined && lines[0] <= start) {
        if (lines.shift() !== quote.spans[0]?.start) parts.push(html`<br>`);
      }
      const words = text.slice(start, cuts[index + 1]);
      const own = lemmata.filter((lemma) => lemma.start <= start && start < lemma.end);
      const kind = ["var", own.every(({ isForm }) => isForm) && "form", own.length === 1 && own[0]?.named];
      parts.push(
        own.length > 0
          ? html`<mark class="${kind.filter(Boolean).join(" ")}">${words}</mark>`
          : html`${words}`,
      );
    });
  }
  parts.push(...waiting.map(({ sign }) => sign));
  return html`<span class="${`s${classes}`}"${id !== undefined && html` id="${id}"`}>${parts}</span>`;
}
