import type { Passage } from "../../edition/passage.js";
import { type ParallelRow, passagesIn } from "../../edition/publication/lay-out-parallel.js";
import { fragmentOf, sentenceAnchors } from "../../edition/publication/published-address.js";
import { joinNames, voiceOf } from "../../edition/voice-of.js";
import { html, type Html } from "./html.js";
import { type EditionContext, linkToCitations, linkToPassage } from "./page-context.js";
import { type PageState, take } from "./page-state.js";
import type { ParallelContext } from "./parallel-context.js";
import { MOST_MARKED } from "./parallel-style.js";
import type { ParallelPageState } from "./parallel-page-state.js";
import { renderMissingCell } from "./render-missing-cell.js";
import { presentIn, type RowClasses } from "./row-classes.js";
import { renderTranslationMark } from "./render-parallel-choice.js";
import { renderWords } from "./render-words.js";
import { languageAttributes } from "./text-direction.js";
import { renderRun, voiceRuns } from "./voice-runs.js";

/** A row: its reference, and for each edition what it has there, or that it has nothing. */
export function renderParallelRow(
  context: ParallelContext,
  state: ParallelPageState,
  row: ParallelRow,
): Html {
  const head = row.kind === "text" ? renderReference(state, row) : renderOwnHead();
  const cells = row.cells.map((cell, column) => {
    const present = cell.kind === "passages" ? "" : " missing";
    return html`<td role="cell" class="${`c${column + 1}${present}`}">${renderCell(context, state, row, column, head.classOf)}</td>\n`;
  });
  const id = head.id === undefined ? "" : html` id="${head.id}"`;
  return html`<tr role="row" class="${row.kind + rowClass(state.rowClasses, row)}"${id}>${head.cell}\n${cells}</tr>\n`;
}

/** With the class of the editions that have something in the row, where not all have. */
function rowClass({ nameOf }: RowClasses, { cells }: ParallelRow): string {
  const name = nameOf.get(presentIn(cells).join());
  return name === undefined ? "" : ` ${name}`;
}

interface RowHead {
  readonly id?: string | undefined;
  readonly cell: Html;
  /** The classes by which a sentence lights up when the row's anchor of the same reference is the target. */
  readonly classOf?: (path: string) => string;
}

function renderOwnHead(): RowHead {
  return {
    cell: html`<th scope="row" role="rowheader" class="no"><span class="each">around the text</span></th>`,
  };
}

/** The reference of a row, with anchors for everything in it: "#3", "#3.1". */
function renderReference({ ids }: ParallelPageState, { cells }: ParallelRow): RowHead {
  const texts = cells.map((cell) => passagesIn(cell).filter(({ layer }) => layer === "text"));
  const [first = []] = texts.filter((passages) => passages.length > 0);
  const path = first[0]?.path ?? "";
  const id = take({ ids, suffix: "" }, path);
  const anchors = texts
    .flat()
    .flatMap((passage) => [passage.path, ...passage.sentences.flatMap((one) => sentenceAnchors(one.path))]);
  const own = [...new Set(anchors)].filter((anchor) => take({ ids, suffix: "" }, anchor) !== undefined);
  const nth = new Map(own.slice(0, MOST_MARKED).map((anchor, at) => [anchor, at + 1]));
  const last = first.at(-1)?.path ?? path;
  const label = last === path ? path : `${path} … ${last}`;
  return {
    id,
    cell: html`<th scope="row" role="rowheader" class="no">${own.map((anchor) => html`<span class="alias" id="${anchor}"></span>`)}<a href="${fragmentOf(path)}">${label}</a></th>`,
    classOf: (sentence) =>
      sentenceAnchors(sentence)
        .flatMap((anchor) => nth.get(anchor) ?? [])
        .map((at) => ` k${at}`)
        .join(""),
  };
}

function renderCell(
  context: ParallelContext,
  state: ParallelPageState,
  row: ParallelRow,
  column: number,
  classOf: RowHead["classOf"],
): Html | undefined {
  const [edition, own] = [context.editions[column], state.states[column]];
  const cell = row.cells[column];
  if (!edition || !own || !cell) return undefined;
  if (cell.kind !== "passages") return renderMissingCell(context, state, row, column, cell);
  const cellState: PageState = classOf ? { ...own, classOf } : own;
  const [first] = cell.passages;
  const text = cell.passages.find(({ layer }) => layer === "text") ?? first;
  const { siglum } = edition.witness;
  const link = linkToPassage(own.file, edition, text.path, text.path) ?? "";
  const printed = [...new Set(cell.passages.flatMap(({ page }) => page ?? []))].filter(
    (page) => page !== own.printed,
  );
  own.printed = printed.at(-1) ?? own.printed;
  const runs = voiceRuns(edition, cell.passages).map((run) =>
    renderRun(edition, run, (passage) => renderCellPassage(edition, cellState, passage)),
  );
  const cite =
    row.kind === "text" &&
    html` <a class="cite" href="${linkToCitations(edition, own.file, text)}" aria-label="${`Cite ${text.path}@${siglum}`}">cite</a>`;
  return html`<p class="of"><a href="${link}" aria-label="${`${text.path} in ${siglum}`}">${siglum}</a>${renderTranslationMark(edition.work, edition.witness)}${cite}${printed.map((page) => html` <span class="pb">p. ${page}</span>`)}</p>
${runs}`;
}

/** A passage in a cell: its sentences; its reference is the row's. */
export function renderCellPassage(edition: EditionContext, state: PageState, passage: Passage): Html {
  const { work, witness } = edition;
  const id = take(state, passage.path);
  const speaker = voiceOf(work, witness, passage);
  const isOther = passage.layer === "text" && speaker !== joinNames(work.authors);
  const classes = `p ${passage.kind}${(passage.lines?.length ?? 0) > 0 ? " verse" : ""}`;
  return html`<div class="${classes}"${id !== undefined && html` id="${id}"`}${languageAttributes(witness.language)}>
${isOther && html`<p class="speaker">${speaker}</p>\n`}<p class="words">${renderWords(edition, state, passage)}</p>
</div>
`;
}
