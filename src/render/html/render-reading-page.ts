import { describeWork } from "../../edition/cite-passage.js";
import type { Page } from "../../edition/publication/lay-out-pages.js";
import { fragmentOf, pageFile } from "../../edition/publication/published-address.js";
import { announceTranslation, translationOf } from "../../edition/translation.js";
import { joinNames } from "../../edition/voice-of.js";
import { html } from "./html.js";
import { type EditionContext, isCompared, linkTo, linkToPassage } from "./page-context.js";
import { READING_SCRIPT } from "./page-script.js";
import { READING_STYLE } from "./page-style.js";
import type { PageState } from "./page-state.js";
import { variantSign } from "./place-variants.js";
import {
  anchorNear,
  type ApparatusLinks,
  linkToReference,
  renderApparatusSection,
} from "./render-apparatus-section.js";
import { renderDocument } from "./render-document.js";
import { renderEditionSection } from "./render-edition-section.js";
import { labelOf, renderEditions, renderParts, renderTurn, type TurnLink } from "./render-navigation.js";
import { renderNotesSection } from "./render-notes-section.js";
import { renderPassage } from "./render-passage.js";
import { renderWorkHead } from "./render-work-head.js";
import { languageAttributes } from "./text-direction.js";
import { renderRun, voiceRuns } from "./voice-runs.js";

/** Ids of the page itself, which no passage may take. */
const OWN_IDS = ["text", "title", "apparatus", "apparatus-title", "edition-title", "find"];

/** A page on which an edition is read: the text, the notes apart from it, the apparatus at the foot. */
export function renderReadingPage(edition: EditionContext, page: Page): string {
  const { work, witness, layout, base } = edition;
  const file = pageFile(work, witness, page);
  const signs = signsOf(edition, page);
  const state: PageState = {
    file,
    passages: page.passages,
    suffix: "",
    ids: new Set(OWN_IDS),
    signs,
    markers: new Map(),
    printed: undefined,
  };
  const passages = page.passages.filter(({ sentences }) => sentences.length > 0);
  const text = voiceRuns(
    edition,
    passages.filter(({ layer }) => layer !== "note"),
  ).map((run) => renderRun(edition, run, (passage) => renderPassage(edition, state, passage)));
  const notes = passages.filter(({ layer }) => layer === "note");
  const at = layout.pages.indexOf(page);
  const translation = translationOf(work, witness);
  const more = layout.pages.length > 1 ? ` (${labelOf(page)})` : "";
  const head = html`${translation && html`<p class="translation">This is ${announceTranslation(translation)}.</p>\n`}${renderEditions(edition, page, file)}
${renderParts(edition, page, file)}`;
  const body = html`${renderWorkHead(work, file, head)}
${FIND}
<main id="text" tabindex="-1">
<article${languageAttributes(witness.language)} aria-labelledby="title">
${text}
${renderNotesSection(edition, state, notes)}</article>
${renderTurn(turnLink(edition, layout.pages[at - 1], file), turnLink(edition, layout.pages[at + 1], file))}
${isCompared(edition) && renderApparatusSection(edition, signs, linksOf(edition, file))}
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

function turnLink(
  { work, witness }: EditionContext,
  page: Page | undefined,
  file: string,
): TurnLink | undefined {
  return page && { label: labelOf(page), href: linkTo(file, pageFile(work, witness, page)) };
}

/** The entries of the apparatus that belong on a page, each with its sign there. */
function signsOf(edition: EditionContext, page: Page): ReadonlyMap<number, string> {
  const { variants, layout } = edition;
  const own = [...(isCompared(edition) ? variants : []).keys()].filter((index) => {
    const at = variants[index]?.at;
    return (at ? layout.pageOf.get(at.passage.path) : layout.pages[0]) === page;
  });
  return new Map(own.map((index, at) => [index, variantSign(at)]));
}

/** Where the entries of a reading page lead: to the places in this edition's text, and in the others' pages. */
function linksOf(edition: EditionContext, file: string): ApparatusLinks {
  const { work, variants } = edition;
  return {
    toPlace: (index, path) => {
      const at = variants[index]?.at;
      return at && linkToPassage(file, edition, at.passage.path, anchorNear(at.passage.path, path));
    },
    toReading: (_, siglum, path) => {
      const witness = work.witnesses.find((one) => one.siglum === siglum);
      return witness && linkToReference(file, work, witness, path);
    },
    back: (index, sign) => (variants[index]?.at ? fragmentOf(`at.${sign}`) : undefined),
  };
}
