import type { Passage } from "../../edition/passage.js";
import {
  type ParallelCell,
  type ParallelRow,
  passagesIn,
} from "../../edition/publication/lay-out-parallel.js";
import { fragmentOf, parallelFile } from "../../edition/publication/published-address.js";
import { html, type Html } from "./html.js";
import { isCompared, linkTo } from "./page-context.js";
import type { ParallelContext } from "./parallel-context.js";
import type { ParallelPageState } from "./parallel-page-state.js";
import { renderTranslationMark } from "./render-parallel-choice.js";
import { renderVariantSign } from "./render-words.js";

/** Why a cell is empty: said in words, with the sign of the apparatus's entry about it. */
export function renderMissingCell(
  context: ParallelContext,
  state: ParallelPageState,
  row: ParallelRow,
  column: number,
  cell: Exclude<ParallelCell, { readonly kind: "passages" }>,
): Html {
  const { work, editions, layout, whole } = context;
  const [edition, own] = [editions[column], state.states[column]];
  const siglum = edition?.witness.siglum ?? "";
  const index = row.cells.flatMap(passagesIn).flatMap(({ path }) => whole.get(path) ?? [])[0];
  const sign = index === undefined || !edition || !isCompared(edition) ? undefined : state.signs.get(index);
  const mark = index !== undefined && sign !== undefined && own && renderVariantSign(own, index, sign);
  const label = html`<p class="of"><span>${siglum}</span>${edition && renderTranslationMark(work, edition.witness)}</p>\n`;
  if (cell.kind === "elsewhere") {
    const { path } = cell.passage;
    const page = layout.pageOf[column]?.get(path);
    const file = page && page !== state.page ? linkTo(state.file, parallelFile(work, page)) : "";
    const before = textBefore(edition?.witness.passages ?? [], cell.passage);
    return html`${label}<p class="none"><a href="${file + fragmentOf(`${path}@${siglum}`)}">${before === undefined ? "Stands at the head of this edition" : `Stands after ${before.path} in this edition`}</a>${mark}</p>`;
  }
  const shared = editions.some((other, at) => row.cells[at]?.kind === "passages" && isCompared(other));
  const isSure = row.kind === "own" || (shared && edition !== undefined && isCompared(edition));
  return html`${label}<p class="none">${isSure ? "Not in this edition." : "No passage of this number in this edition."}${mark}</p>`;
}

function textBefore(passages: readonly Passage[], passage: Passage): Passage | undefined {
  return passages
    .slice(0, passages.indexOf(passage))
    .findLast(({ layer, sentences }) => layer === "text" && sentences.length > 0);
}
