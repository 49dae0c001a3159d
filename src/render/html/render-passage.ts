import type { Passage } from "../../edition/passage.js";
import { layOutPages } from "../../edition/publication/lay-out-pages.js";
import { fragmentOf } from "../../edition/publication/published-address.js";
import { joinNames, voiceOf } from "../../edition/voice-of.js";
import { html, type Html } from "./html.js";
import { type EditionContext, linkToCell, linkToCitations, linkToPassage } from "./page-context.js";
import { type PageState, take } from "./page-state.js";
import { SIDE_BY_SIDE } from "./render-navigation.js";
import { renderWords } from "./render-words.js";

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
<p class="at" lang="en" dir="ltr">${isText && html`<a class="no" href="${fragmentOf(passage.path)}">${passage.path}</a> `}<a class="cite" href="${linkToCitations(edition, state.file, passage)}" aria-label="${`Cite ${passage.path}`}">cite</a>${renderOthers(edition, state, passage)}${printed !== undefined && html` <span class="pb">p. ${printed}</span>`}</p>
${!own && html`<p class="speaker">${speaker}</p>\n`}<p class="words">${words}</p>
</div>
`;
}

/** Links to the same passage in the other editions, and to all together; apparatus is each edition's own. */
function renderOthers(
  { work, witness }: EditionContext,
  { file: from }: PageState,
  passage: Passage,
): Html[] {
  const { path } = passage;
  const others = work.witnesses.flatMap((other): (readonly [string, string])[] => {
    if (other === witness || passage.layer !== "text") return [];
    const link = linkToPassage(from, { work, witness: other, layout: layOutPages(other) }, path, path);
    return link === undefined ? [] : [[other.siglum, link]];
  });
  const together = linkToCell(from, work, witness, path);
  if (together !== undefined) others.push([SIDE_BY_SIDE, together]);
  return others.map(
    ([name, link]) =>
      html` <a class="other" href="${link}" aria-label="${name === SIDE_BY_SIDE ? `${path} ${name}` : `${path} in ${name}`}">${name}</a>`,
  );
}
