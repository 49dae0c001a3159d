import { type ParallelPage, passagesIn } from "../../edition/publication/lay-out-parallel.js";
import { parallelFile } from "../../edition/publication/published-address.js";
import { html, type Html } from "./html.js";
import { linkTo } from "./page-context.js";
import type { ParallelContext } from "./parallel-context.js";
import { labelOf, type TurnLink } from "./render-navigation.js";

/** The pages of a longer work. */
export function renderParallelParts(
  { work, layout }: ParallelContext,
  page: ParallelPage,
  file: string,
): Html | undefined {
  if (layout.pages.length === 1) return undefined;
  const items = layout.pages.map((other) =>
    other === page
      ? html`<li><span aria-current="page">${labelOfParallel(other)}</span></li> `
      : html`<li><a href="${linkTo(file, parallelFile(work, other))}">${labelOfParallel(other)}</a></li> `,
  );
  return html`<nav class="parts" aria-label="Pages"><ul>${items}</ul></nav> `;
}

/** What the page is called, and the way to it; undefined for no page. */
export function parallelTurnLink(
  { work }: ParallelContext,
  page: ParallelPage | undefined,
  file: string,
): TurnLink | undefined {
  return page && { label: labelOfParallel(page), href: linkTo(file, parallelFile(work, page)) };
}

/** "1–200": after the first edition that has numbered passages on the page. */
export function labelOfParallel({ name, rows }: ParallelPage): string {
  const columns = rows[0]?.cells.length ?? 0;
  for (let column = 0; column < columns; column += 1) {
    const passages = rows.flatMap(({ cells }) => passagesIn(cells[column]));
    if (passages.some(({ layer, kind }) => layer === "text" && kind === "paragraph"))
      return labelOf({ name, passages });
  }
  return labelOf({ name, passages: [] });
}
