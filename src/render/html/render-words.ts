import { makeQuote } from "../../edition/make-quote.js";
import type { Passage, Sentence } from "../../edition/passage.js";
import { fragmentOf, sentenceAnchors } from "../../edition/publication/published-address.js";
import type { Span } from "../../edition/span.js";
import { html, type Html } from "./html.js";
import { type EditionContext, linkToCitations } from "./page-context.js";
import { type PageState, take } from "./page-state.js";
import type { PlacedVariant } from "./place-variants.js";
import { type Lemma, renderSentence, type Sign } from "./render-sentence.js";

/** The sentences of a passage, with the signs of its notes and variants. */
export function renderWords(edition: EditionContext, state: PageState, passage: Passage): Html[] {
  const { witness } = edition;
  const signs = [...markerSigns(state, passage), ...variantSigns(edition, state, passage)].sort(
    (a, b) => a.offset - b.offset,
  );
  const sentences = passage.sentences;
  const lined = isLined(passage);
  return sentences.map((sentence, at) => {
    const limit = sentences[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const rendered = renderOne(
      edition,
      state,
      passage,
      at,
      signs.filter(
        ({ offset }) => (at === 0 || offset > sentence.start) && offset <= Math.max(sentence.end, limit - 1),
      ),
    );
    if (lined)
      return html`<span class="line"${lineNumber(passage, at)}>${rendered}</span>${at < sentences.length - 1 && "\n"}`;
    const between = sentences[at + 1] ? witness.text.slice(sentence.end, sentences[at + 1]?.start) : "";
    const breaks = passage.lines?.some((line) => line.start === sentences[at + 1]?.start) ?? false;
    return html`${rendered}${breaks ? html`<br>` : /\s/.test(between) && " "}`;
  });
}

function renderOne(
  edition: EditionContext,
  state: PageState,
  passage: Passage,
  at: number,
  signs: readonly Sign[],
): Html {
  const { work, witness } = edition;
  const sentence = passage.sentences[at] as Sentence;
  const quote = makeQuote(work, { witness, passage, from: at, to: at + 1 });
  const id = take(state, sentence.path);
  const element = renderSentence({
    text: witness.text,
    quote,
    id,
    classes: state.classOf?.(sentence.path) ?? "",
    signs,
    lemmata: [...state.signs.keys()].flatMap((index) =>
      lemmataIn(edition.variants[index], sentence, state.variantClasses?.get(index)),
    ),
    breaks: isLined(passage)
      ? []
      : (passage.lines ?? [])
          .map(({ start }) => start)
          .filter((start) => start > sentence.start && start < sentence.end),
  });
  if (passage.sentences.length === 1) return element;
  const level = sentence.path.slice(sentence.path.lastIndexOf(".") + 1).replace("-", "–");
  const fragment = fragmentOf(id ?? sentence.path + state.suffix);
  const cited = linkToCitations(edition, state.file, passage) + fragmentOf(sentence.path);
  const number = html`<a class="n" href="${fragment}" data-n="${level}" aria-label="${sentence.path + state.suffix}"></a>`;
  const tool = html`<a class="tool" href="${cited}" data-n="${`cite ${sentence.path}`}" aria-label="${`Cite ${sentence.path}`}"></a>`;
  return html`${number}${aliases(state, sentence.path)}${element}${tool}`;
}

/** Anchors of a sentence besides its own. */
function aliases(state: PageState, path: string): Html[] {
  const others = sentenceAnchors(path).filter((anchor) => anchor !== path);
  return others.flatMap((anchor) => {
    const id = take(state, anchor);
    return id === undefined ? [] : [html`<span class="alias" id="${id}"></span>`];
  });
}

function lemmataIn(variant: PlacedVariant | undefined, sentence: Span, named = ""): Lemma[] {
  if (!variant) return [];
  const own = variant.spans.filter(({ start, end }) => start < sentence.end && end > sentence.start);
  const isForm = variant.entry.readings.every(({ kind }) => kind === "accidental");
  return own.map((span) => ({ ...span, isForm, named }));
}

function markerSigns(state: PageState, passage: Passage): Sign[] {
  // A note's own sign stands at its head, and is its heading here.
  const pointing = passage.markers.filter(({ label }) => passage.layer !== "note" || label !== passage.label);
  return pointing.map(({ label, start }) => {
    const count = (state.markers.get(label) ?? 0) + 1;
    state.markers.set(label, count);
    const id = take(state, `sign.${label}${count === 1 ? "" : `.${count}`}`);
    // A note that is not on this page has no anchor here.
    const target = state.passages.find((one) => one.layer === "note" && one.label === label);
    const named = html`class="marker" data-n="${`[${label}]`}" ${id === undefined ? "" : html`id="${id}"`}`;
    return {
      offset: start,
      sign: target
        ? html`<a ${named} href="${fragmentOf(target.path + state.suffix)}" aria-label="${`Note ${label}`}"></a>`
        : html`<span ${named}></span>`,
    };
  });
}

function variantSigns({ variants }: EditionContext, state: PageState, passage: Passage): Sign[] {
  return [...state.signs].flatMap(([index, sign]) => {
    const at = variants[index]?.at;
    if (at?.passage !== passage) return [];
    return [{ offset: at.offset, sign: renderVariantSign(state, index, sign) }];
  });
}

/** The letter of a variant, which leads to its entry in the apparatus; without text of its own. */
export function renderVariantSign(state: PageState, index: number, sign: string): Html {
  const id = take(state, `at.${sign}`);
  const named = state.variantClasses?.get(index);
  return html`<a class="${`v${named === undefined ? "" : ` ${named}`}`}"${id !== undefined && html` id="${id}"`} href="${`#app.${sign}`}" data-n="${sign}" aria-label="${`Variant ${sign}`}"></a>`;
}

/** Whether every line is what is referred to, so that each can stand as a line of its own. */
function isLined({ lines = [], sentences }: Passage): boolean {
  return (
    lines.length > 0 &&
    lines.length === sentences.length &&
    lines.every((line, at) => {
      const sentence = sentences[at] as Sentence;
      return line.start <= sentence.start && sentence.end <= line.end;
    })
  );
}

function lineNumber({ lines = [] }: Passage, at: number): Html | undefined {
  const n = lines[at]?.n;
  return n === undefined ? undefined : html` data-line="${n}"`;
}
