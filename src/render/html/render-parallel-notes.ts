import type { Passage } from "../../edition/passage.js";
import { fragmentOf } from "../../edition/publication/published-address.js";
import { joinNames, voiceOf } from "../../edition/voice-of.js";
import { html, type Html } from "./html.js";
import { type EditionContext, linkToPassage } from "./page-context.js";
import type { PageState } from "./page-state.js";
import type { ParallelContext } from "./parallel-context.js";
import type { ParallelPageState } from "./parallel-page-state.js";
import { renderCellPassage } from "./render-parallel-row.js";

/** The notes of each edition on a page, apart from the text, each under the name of whoever wrote them. */
export function renderParallelNotes(
  { editions }: ParallelContext,
  { page, states }: ParallelPageState,
): Html | undefined {
  if (page.notes.every((notes) => notes.length === 0)) return undefined;
  const columns = editions.map((edition, column) => {
    const [notes, own] = [page.notes[column] ?? [], states[column]];
    const none = html`<p class="none">No notes in this edition here.</p>`;
    return html`<div class="${`column c${column + 1}${notes.length === 0 ? " missing" : ""}`}"><p class="of">${edition.witness.siglum}</p>
${own && notes.length > 0 ? renderVoices(edition, own, notes) : none}</div>
`;
  });
  return html`<section class="foot" id="notes" aria-labelledby="notes-title">
<h2 id="notes-title">Notes of the editions</h2>
<div class="columns">
${columns}</div>
</section>`;
}

function renderVoices(edition: EditionContext, state: PageState, notes: readonly Passage[]): readonly Html[] {
  const { work, witness } = edition;
  const author = joinNames(work.authors);
  const voices = [...new Set(notes.map((note) => voiceOf(work, witness, note)))];
  return voices.map((voice) => {
    const own = notes.filter((note) => voiceOf(work, witness, note) === voice);
    return html`<div class="notes" role="group" aria-label="${`Notes by ${voice}`}">
<h3>Notes by ${voice}</h3>
${voice !== author && html`<p class="whose">${author} did not write them.</p>\n`}${own.map((note) => renderNote(edition, state, note))}</div>
`;
  });
}

function renderNote(edition: EditionContext, state: PageState, note: Passage): Html {
  const label = note.label ?? note.path.replace(/^note\./, "");
  const link = linkToPassage(state.file, edition, note.path, note.path) ?? "";
  const sign = `sign.${label}${state.suffix}`;
  const back =
    state.ids.has(sign) &&
    html` <a class="back" href="${fragmentOf(sign)}" aria-label="${`Note ${label} in the text`}">↩</a>`;
  return html`<p class="label"><a href="${link}" aria-label="${`Note ${label} in ${edition.witness.siglum}`}">Note ${label}</a>${back}</p>
${renderCellPassage(edition, state, note)}`;
}
