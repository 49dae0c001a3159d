import { announceTranslation, translationOf } from "../../edition/translation.js";
import type { ParallelPage } from "../../edition/publication/lay-out-parallel.js";
import type { Witness, Work } from "../../edition/work.js";
import { html, type Html } from "./html.js";
import { linkToEdition, type ParallelContext } from "./parallel-context.js";

/** Editions that are ticked where a page opens: more columns than this are too narrow to read. */
const SHOWN_AT_FIRST = 3;

/** The id of the box that shows or hides an edition's column. */
export function columnId(column: number): string {
  return `show-${column + 1}`;
}

/**
 * The editions, each with a box that shows or hides its column; the style sheet does it, without a script. The boxes
 * are siblings, so that it can count those that are ticked.
 */
export function renderChoice(context: ParallelContext, page: ParallelPage, file: string): Html {
  const { work, apparatus } = context;
  const items = work.witnesses.map((witness, column) => {
    const translation = translationOf(work, witness);
    const named = [witness.title, witness.publisher].filter((part) => part !== undefined).join(", ");
    const isCompared = apparatus.witnesses.some(({ siglum }) => siglum === witness.siglum);
    const said = [
      translation && `This is ${announceTranslation(translation)}.`,
      column === 0 && "Its numbers serve as references.",
      !isCompared && "It keeps its own numbers, and its words are not compared with those of the others.",
    ]
      .filter(Boolean)
      .join(" ");
    const id = columnId(column);
    return html`<input type="checkbox" id="${id}" data-siglum="${witness.siglum}"${column < SHOWN_AT_FIRST && html` checked`}>
<label for="${id}"><b>${witness.siglum}</b>${named !== "" && html` <span class="named">${named}</span>`}${said !== "" && html` <span class="said">${said}</span>`}</label>
<a class="read" href="${linkToEdition(context, page, column, file)}" aria-label="${`read alone: ${witness.siglum}`}">read alone</a>
`;
  });
  return html`<fieldset class="choice" id="choice"><legend>Editions side by side</legend>
${items}</fieldset>
${
  apparatus.witnesses.length > 1 &&
  html`<p class="hint">Underlined: words about which the editions differ (<mark class="var">in what they say</mark>, or <mark class="var form">in form only</mark>), each with a letter that leads to the apparatus.</p>
`
}`;
}

/** What stands beside the siglum of a translation wherever its words are shown. */
export function renderTranslationMark(work: Work, witness: Witness): Html | undefined {
  return translationOf(work, witness) && html` <span class="translated">translation</span>`;
}
