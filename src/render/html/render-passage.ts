import { makeQuote } from "../../edition/make-quote.js";
import type { Passage, Sentence } from "../../edition/passage.js";
import { layOutPages, type Page } from "../../edition/publication/lay-out-pages.js";
import { fragmentOf, pageFile } from "../../edition/publication/published-address.js";
import { joinNames, voiceOf } from "../../edition/voice-of.js";
import { html, type Html } from "./html.js";
import { type EditionContext, linkToCitations, linkToPassage } from "./page-context.js";
import { renderSentence, type Sign } from "./render-sentence.js";

/** What a page keeps while its passages are rendered. */
export interface PageState {
  readonly page: Page;
  /** Ids that are taken: the first one to come has an id. */
  readonly ids: Set<string>;
  /** The signs of the variants that this page shows, by index into the edition's variants. */
  readonly signs: ReadonlyMap<number, string>;
  /** How often each note has been pointed at. */
  readonly markers: Map<string, number>;
  /** The page of the printed source that was named last. */
  printed: string | undefined;
}

/** The most sentences of the reference text that one sentence of another edition is said to stand for. */
const MOST_ALIASES = 50;

/** A passage with its number in the margin, its sentences, and the way to its citations and to the other editions. */
export function renderPassage(edition: EditionContext, state: PageState, passage: Passage): Html {
  const { work, witness } = edition;
  const id = take(state, passage.path);
  const isText = passage.layer === "text";
  const isVerse = (passage.lines?.length ?? 0) > 0;
  const speaker = voiceOf(work, witness, passage);
  const own = !isText || speaker === joinNames(work.authors);
  const words = renderWords(edition, state, passage);
  const printed = passage.page === state.printed ? undefined : passage.page;
  state.printed = passage.page ?? state.printed;
  const classes = `p ${passage.kind}${isVerse ? " verse" : ""}`;
  return html`<div class="${classes}"${id !== undefined && html` id="${id}"`}>
<p class="at" lang="en" dir="ltr">${isText && html`<a class="no" href="${fragmentOf(passage.path)}">${passage.path}</a> `}<a class="cite" href="${linkToCitations(edition, state.page, passage)}" aria-label="${`Cite ${passage.path}`}">cite</a>${renderOthers(edition, state, passage)}${printed !== undefined && html` <span class="pb">p. ${printed}</span>`}</p>
${!own && html`<p class="speaker">${speaker}</p>\n`}<p class="words">${words}</p>
</div>
`;
}

/** Links to the same passage in the other editions; apparatus is each edition's own. */
function renderOthers({ work, witness }: EditionContext, { page }: PageState, passage: Passage): Html[] {
  if (passage.layer !== "text") return [];
  const from = pageFile(work, witness, page);
  return work.witnesses.flatMap((other) => {
    if (other === witness) return [];
    const link = linkToPassage(
      from,
      { work, witness: other, layout: layOutPages(other) },
      passage.path,
      passage.path,
    );
    return link === undefined
      ? []
      : [
          html` <a class="other" href="${link}" aria-label="${`${passage.path} in ${other.siglum}`}">${other.siglum}</a>`,
        ];
  });
}

function renderWords(edition: EditionContext, state: PageState, passage: Passage): Html[] {
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
    signs,
    lemmata: [...state.signs.keys()].flatMap((index) =>
      edition.variants[index]?.at?.passage === passage ? edition.variants[index].spans : [],
    ),
    breaks: isLined(passage)
      ? []
      : (passage.lines ?? [])
          .map(({ start }) => start)
          .filter((start) => start > sentence.start && start < sentence.end),
  });
  if (passage.sentences.length === 1) return element;
  const level = sentence.path.slice(sentence.path.lastIndexOf(".") + 1).replace("-", "–");
  const fragment = fragmentOf(id ?? sentence.path);
  const number = html`<a class="n" href="${fragment}" data-n="${level}" aria-label="${sentence.path}"></a>`;
  const tool = html`<a class="tool" href="${linkToCitations(edition, state.page, passage) + fragment}" data-n="${`cite ${sentence.path}`}" aria-label="${`Cite ${sentence.path}`}"></a>`;
  return html`${number}${aliases(state, sentence.path)}${element}${tool}`;
}

/** "3.1-2" answers to 3.1 and 3.2, too. */
function aliases(state: PageState, path: string): Html[] {
  const match = /^(.*\.)(\d+)-(\d+)$/.exec(path);
  if (!match) return [];
  const [, above = "", low, high] = match;
  const count = Math.min(Number(high) - Number(low) + 1, MOST_ALIASES);
  return Array.from({ length: Math.max(0, count) }, (_, at) =>
    take(state, `${above}${Number(low) + at}`),
  ).flatMap((id) => (id === undefined ? [] : [html`<span class="alias" id="${id}"></span>`]));
}

function markerSigns(state: PageState, passage: Passage): Sign[] {
  // A note's own sign stands at its head, and is its heading here.
  const pointing = passage.markers.filter(({ label }) => passage.layer !== "note" || label !== passage.label);
  return pointing.map(({ label, start }) => {
    const count = (state.markers.get(label) ?? 0) + 1;
    state.markers.set(label, count);
    const id = take(state, `sign.${label}${count === 1 ? "" : `.${count}`}`);
    // A note that is not on this page has no anchor here.
    const target = state.page.passages.find((one) => one.layer === "note" && one.label === label);
    const named = html`class="marker" data-n="${`[${label}]`}" ${id === undefined ? "" : html`id="${id}"`}`;
    return {
      offset: start,
      sign: target
        ? html`<a ${named} href="${fragmentOf(target.path)}" aria-label="${`Note ${label}`}"></a>`
        : html`<span ${named}></span>`,
    };
  });
}

function variantSigns({ variants }: EditionContext, { signs }: PageState, passage: Passage): Sign[] {
  return [...signs].flatMap(([index, sign]) => {
    const at = variants[index]?.at;
    if (at?.passage !== passage) return [];
    return [
      {
        offset: at.offset,
        sign: html`<a class="v" id="${`at.${sign}`}" href="${`#app.${sign}`}" data-n="${sign}" aria-label="${`Variant ${sign}`}"></a>`,
      },
    ];
  });
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

function take({ ids }: PageState, id: string): string | undefined {
  if (ids.has(id)) return undefined;
  ids.add(id);
  return id;
}
