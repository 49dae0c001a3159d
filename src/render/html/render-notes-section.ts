import type { Passage } from "../../edition/passage.js";
import { fragmentOf } from "../../edition/publication/published-address.js";
import { joinNames, voiceOf } from "../../edition/voice-of.js";
import { html, type Html } from "./html.js";
import type { EditionContext } from "./page-context.js";
import type { PageState } from "./page-state.js";
import { renderPassage } from "./render-passage.js";

/** The notes of a page, apart from the text, under the name of whoever wrote them. */
export function renderNotesSection(
  edition: EditionContext,
  state: PageState,
  notes: readonly Passage[],
): readonly Html[] {
  const { work, witness } = edition;
  const author = joinNames(work.authors);
  const voices = [...new Set(notes.map((note) => voiceOf(work, witness, note)))];
  return voices.map((voice, at) => {
    const own = notes.filter((note) => voiceOf(work, witness, note) === voice);
    const id = at === 0 ? "notes" : `notes-of-${at + 1}`;
    return html`<section class="notes" id="${id}" aria-labelledby="${`${id}-title`}">
      <h2 id="${`${id}-title`}" lang="en" dir="ltr">Notes by ${voice}</h2>
      ${voice !== author && html`<p class="whose"><span lang="en" dir="ltr">These are the words of ${voice}. ${author} did not write them.</span></p> `}${own.map((note) => renderNote(edition, state, note))}
    </section> `;
  });
}

function renderNote(edition: EditionContext, state: PageState, note: Passage): Html {
  const label = note.label ?? note.path.replace(/^note\./, "");
  const isPointedAt = state.markers.has(label);
  const head = html`<p class="label" lang="en" dir="ltr">
    Note
    ${label}${isPointedAt && html` <a class="back" href="${fragmentOf(`sign.${label}`)}" aria-label="${`Note ${label} in the text`}">↩</a>`}
  </p>`;
  return html`${head}${renderPassage(edition, state, note)}`;
}
