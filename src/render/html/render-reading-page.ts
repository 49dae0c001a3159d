import { describeWork } from "../../edition/cite-passage.js";
import { formatDate } from "../../edition/format-date.js";
import type { Passage } from "../../edition/passage.js";
import type { Page } from "../../edition/publication/lay-out-pages.js";
import { pageFile } from "../../edition/publication/published-address.js";
import { joinNames, voiceOf } from "../../edition/voice-of.js";
import { html, type Html } from "./html.js";
import { type EditionContext, linkTo } from "./page-context.js";
import { READING_SCRIPT } from "./page-script.js";
import { READING_STYLE } from "./page-style.js";
import { variantSign } from "./place-variants.js";
import { renderApparatusSection } from "./render-apparatus-section.js";
import { renderDocument } from "./render-document.js";
import { renderEditionSection } from "./render-edition-section.js";
import { labelOf, renderEditions, renderParts, renderTurn } from "./render-navigation.js";
import { renderNotesSection } from "./render-notes-section.js";
import { type PageState, renderPassage } from "./render-passage.js";
import { languageAttributes } from "./text-direction.js";

/** Ids of the page itself, which no passage may take. */
const OWN_IDS = ["text", "title", "apparatus", "apparatus-title", "edition-title", "find"];

/** A page on which an edition is read: the text, the notes apart from it, the apparatus at the foot. */
export function renderReadingPage(edition: EditionContext, page: Page): string {
  const { work, witness, layout, base } = edition;
  const file = pageFile(work, witness, page);
  const signs = signsOf(edition, page);
  const state: PageState = { page, ids: new Set(OWN_IDS), signs, markers: new Map(), printed: undefined };
  const passages = page.passages.filter(({ sentences }) => sentences.length > 0);
  const text = runsOf(
    edition,
    passages.filter(({ layer }) => layer !== "note"),
  ).map((run) => renderRun(edition, state, run));
  const notes = passages.filter(({ layer }) => layer === "note");
  const more = layout.pages.length > 1 ? ` (${labelOf(page)})` : "";
  const body = html`<a class="skip" href="#text">Skip to the text</a>
<header class="head">
<nav aria-label="Library"><a href="${linkTo(file, "index.html")}">All works</a></nav>
<p class="by">${joinNames(work.authors)}${work.addressee !== undefined && ` to ${work.addressee}`}</p>
<h1 id="title">${work.title}</h1>
${work.date !== undefined && html`<p class="date">${formatDate(work.date)}</p>\n`}${witness.translator !== undefined && html`<p class="translation">A translation, by ${witness.translator}</p>\n`}${renderEditions(edition, file)}
${renderParts(edition, page, file)}</header>
${FIND}
<main id="text" tabindex="-1">
<article${languageAttributes(witness.language)} aria-labelledby="title">
${text}
${renderNotesSection(edition, state, notes)}</article>
${renderTurn(edition, page, file)}
${renderApparatusSection(edition, page, signs)}
${renderEditionSection(witness)}
</main>
<footer><p>What stands in serif above was cut by <span translate="no">quoth</span> from the file named here, and every sentence compared with it again. Numbers in the margin are references; they name the same passage in every edition.</p></footer>`;
  return renderDocument({
    title: `${work.title}${more} – ${joinNames(work.authors)} – ${witness.siglum}`,
    description: `${describeWork(work)}: the text of the edition ${witness.title ?? witness.siglum}, with its apparatus.`,
    canonical: base === undefined ? undefined : base + file.replace(/(^|\/)index\.html$/, "$1"),
    style: READING_STYLE,
    script: READING_SCRIPT,
    body,
  });
}

const FIND = html`<form class="find" id="find" role="search" hidden>
  <label for="find-words">Find on this page</label>
  <input
    id="find-words"
    type="search"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    enterkeyhint="search"
  />
  <span><input id="find-whole" type="checkbox" checked /> <label for="find-whole">whole words</label></span>
  <button type="button" id="find-previous">Previous</button>
  <button type="button" id="find-next">Next</button>
  <output id="find-said" for="find-words" aria-live="polite"></output>
</form>`;

/** The entries of the apparatus that belong on a page, each with its sign there. */
function signsOf({ variants, layout }: EditionContext, page: Page): ReadonlyMap<number, string> {
  const own = [...variants.keys()].filter((index) => {
    const at = variants[index]?.at;
    return (at ? layout.pageOf.get(at.passage.path) : layout.pages[0]) === page;
  });
  return new Map(own.map((index, at) => [index, variantSign(at)]));
}

interface Run {
  /** Whose words, where they are not text; undefined for the text. */
  readonly voice?: string;
  readonly passages: Passage[];
}

/** Neighbouring passages of one voice: the text, or an edition's headings and particulars. */
function runsOf({ work, witness }: EditionContext, passages: readonly Passage[]): readonly Run[] {
  const runs: Run[] = [];
  for (const passage of passages) {
    const voice = passage.layer === "text" ? undefined : voiceOf(work, witness, passage);
    const last = runs.at(-1);
    if (last && last.voice === voice) last.passages.push(passage);
    else runs.push({ ...(voice === undefined ? {} : { voice }), passages: [passage] });
  }
  return runs;
}

function renderRun(edition: EditionContext, state: PageState, { voice, passages }: Run): Html {
  const rendered = passages.map((passage) => renderPassage(edition, state, passage));
  if (voice === undefined) return html`${rendered}`;
  return html`<div class="edition" role="group" aria-label="${`Words of ${voice}`}">
    <p class="whose"><span lang="en" dir="ltr">${whose(edition.work.authors, voice)}</span></p>
    ${rendered}
  </div> `;
}

/** "Kennedy History Archive (not the words of John F. Kennedy)". */
export function whose(authors: readonly string[], voice: string): string {
  const author = joinNames(authors);
  return voice === author ? voice : `${voice} – not the words of ${author}`;
}
