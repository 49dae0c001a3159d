import { describeWork } from "../../edition/cite-passage.js";
import { type ParallelPage, passagesIn } from "../../edition/publication/lay-out-parallel.js";
import { anchorOf, fragmentOf, parallelFile } from "../../edition/publication/published-address.js";
import { joinNames } from "../../edition/voice-of.js";
import { html, type Html } from "./html.js";
import { isCompared, linkTo } from "./page-context.js";
import type { PageState } from "./page-state.js";
import { linkToEdition, type ParallelContext } from "./parallel-context.js";
import type { ParallelPageState } from "./parallel-page-state.js";
import { PARALLEL_SCRIPT } from "./parallel-script.js";
import { parallelStyle } from "./parallel-style.js";
import { variantSign } from "./place-variants.js";
import {
  anchorNear,
  type ApparatusLinks,
  passagePathIn,
  renderApparatusSection,
} from "./render-apparatus-section.js";
import { groupClasses } from "./reading-groups.js";
import { renderDocument } from "./render-document.js";
import { renderTurn } from "./render-navigation.js";
import { columnId, renderChoice, renderTranslationMark } from "./render-parallel-choice.js";
import { labelOfParallel, parallelTurnLink, renderParallelParts } from "./render-parallel-navigation.js";
import { renderParallelNotes } from "./render-parallel-notes.js";
import { renderParallelRow } from "./render-parallel-row.js";
import { renderWorkHead } from "./render-work-head.js";
import { rowClasses } from "./row-classes.js";

/** Ids of the page itself, which no passage may take. */
const OWN_IDS = ["text", "title", "apparatus", "apparatus-title", "notes", "notes-title", "choice"];

/** A page on which the editions of a work are read side by side: rows of the text, the notes, the apparatus. */
export function renderParallelPage(context: ParallelContext, page: ParallelPage): string {
  const { work, layout, editions, base } = context;
  const file = parallelFile(work, page);
  const signs = signsOf(context, page);
  const groups = groupClasses(work, context.apparatus.entries, signs.keys());
  const ids = new Set([...OWN_IDS, ...editions.map((_, column) => columnId(column))]);
  // Rows come first: "#3" is the row, "#3@ucsb" the cell.
  const states = editions.map((edition, column): PageState => ({
    file,
    passages: [...page.rows.flatMap(({ cells }) => passagesIn(cells[column])), ...(page.notes[column] ?? [])],
    suffix: `@${edition.witness.siglum}`,
    ids,
    signs: isCompared(edition) ? signs : new Map<number, string>(),
    markers: new Map(),
    variantClasses: groups.classOf,
    printed: undefined,
  }));
  const classes = rowClasses(page.rows);
  const state: ParallelPageState = { file, page, ids, signs, states, rowClasses: classes };
  const rows = page.rows.map((row) => renderParallelRow(context, state, row));
  const sigla = work.witnesses.map(({ siglum }) => siglum);
  const at = layout.pages.indexOf(page);
  const more = layout.pages.length > 1 ? ` (${labelOfParallel(page)})` : "";
  const body = html`${renderWorkHead(work, file, html`${renderChoice(context, page, file)}\n${renderParallelParts(context, page, file)}`)}
<main id="text" tabindex="-1">
<p class="none-chosen">No edition is chosen: tick one above.</p>
<div class="sheet"><table class="parallel" role="table">
<caption class="unseen">${`${work.title}: the editions ${joinNames(sigla)} side by side`}</caption>
${renderColumnHeads(context, page, file)}
<tbody role="rowgroup">
${rows}</tbody>
</table></div>
${renderParallelNotes(context, state)}
${renderTurn(parallelTurnLink(context, layout.pages[at - 1], file), parallelTurnLink(context, layout.pages[at + 1], file))}
${renderApparatusSection(context, signs, linksOf(context, state))}
</main>
<footer><p>What stands in serif above was cut by <span translate="no">quoth</span> from the files of these editions, and every sentence compared with them again. What stands in one row bears common references; nothing was moved or filled in.</p></footer>`;
  return renderDocument({
    title: `${work.title}${more} – ${joinNames(work.authors)} – side by side`,
    description: `${describeWork(work)}: the editions ${joinNames(sigla)} side by side, with the places where they differ.`,
    canonical: base === undefined ? undefined : base + file.replace(/(^|\/)index\.html$/, "$1"),
    style: parallelStyle(editions.length, groups, classes),
    script: PARALLEL_SCRIPT,
    body,
  });
}

/** The entries of the apparatus of which any edition's words stand on a page, each with its sign there. */
function signsOf(
  { apparatus, editions, layout }: ParallelContext,
  page: ParallelPage,
): ReadonlyMap<number, string> {
  const own = [...apparatus.entries.keys()].filter((index) => {
    const places = editions.flatMap((edition, column) => {
      const at = isCompared(edition) ? edition.variants[index]?.at : undefined;
      return at ? [layout.pageOf[column]?.get(at.passage.path)] : [];
    });
    return places.length === 0 ? page === layout.pages[0] : places.includes(page);
  });
  return new Map(own.map((index, at) => [index, variantSign(at)]));
}

function renderColumnHeads(context: ParallelContext, page: ParallelPage, file: string): Html {
  const heads = context.editions.map(
    ({ witness }, column) =>
      html`<th scope="col" role="columnheader" class="${`c${column + 1}`}"><a href="${linkToEdition(context, page, column, file)}">${witness.siglum}</a>${renderTranslationMark(context.work, witness)}</th>\n`,
  );
  return html`<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" class="no"><span class="unseen">Reference</span></th>\n${heads}</tr></thead>`;
}

/** Where the entries lead: to the row, and to the words in the cells; where those are on another page, to their cell. */
function linksOf(
  { work, layout }: ParallelContext,
  { file, page, ids, signs }: ParallelPageState,
): ApparatusLinks {
  const inPage = (id: string): string | undefined => (ids.has(id) ? fragmentOf(id) : undefined);
  return {
    toPlace: (_, path) => inPage(path) ?? inPage(anchorOf(path)),
    toReading: (index, siglum, path) => {
      const sign = inPage(`at.${signs.get(index) ?? ""}@${siglum}`);
      const places = layout.pageOf[work.witnesses.findIndex((witness) => witness.siglum === siglum)];
      const passagePath = places && passagePathIn(places, path);
      const other = passagePath === undefined ? undefined : places?.get(passagePath);
      if (sign !== undefined || passagePath === undefined || !other) return sign;
      return `${other === page ? "" : linkTo(file, parallelFile(work, other))}${fragmentOf(`${anchorNear(passagePath, path)}@${siglum}`)}`;
    },
    back: (_, sign) => inPage(`at.${sign}@${work.witnesses[0].siglum}`),
  };
}
