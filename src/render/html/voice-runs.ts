import type { Passage } from "../../edition/passage.js";
import { joinNames, voiceOf } from "../../edition/voice-of.js";
import { html, type Html } from "./html.js";
import type { EditionContext } from "./page-context.js";

export interface VoiceRun {
  /** Whose words, where they are not text; undefined for the text. */
  readonly voice?: string;
  readonly passages: Passage[];
}

/** Neighbouring passages of one voice: the text, or an edition's headings and particulars. */
export function voiceRuns(
  { work, witness }: Pick<EditionContext, "work" | "witness">,
  passages: readonly Passage[],
): readonly VoiceRun[] {
  const runs: VoiceRun[] = [];
  for (const passage of passages) {
    const voice = passage.layer === "text" ? undefined : voiceOf(work, witness, passage);
    const last = runs.at(-1);
    if (last && last.voice === voice) last.passages.push(passage);
    else runs.push({ ...(voice === undefined ? {} : { voice }), passages: [passage] });
  }
  return runs;
}

/** The passages of a run; words that are not the author's are set apart, under the name of whoever wrote them. */
export function renderRun(
  { work }: Pick<EditionContext, "work">,
  { voice, passages }: VoiceRun,
  renderOne: (passage: Passage) => Html,
): Html {
  const rendered = passages.map(renderOne);
  if (voice === undefined) return html`${rendered}`;
  return html`<div class="edition" role="group" aria-label="${`Words of ${voice}`}">
    <p class="whose"><span lang="en" dir="ltr">${whose(work.authors, voice)}</span></p>
    ${rendered}
  </div> `;
}

/** "Kennedy History Archive (not the words of John F. Kennedy)". */
export function whose(authors: readonly string[], voice: string): string {
  const author = joinNames(authors);
  return voice === author ? voice : `${voice} – not the words of ${author}`;
}
