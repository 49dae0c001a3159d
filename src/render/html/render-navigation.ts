import { layOutPages, type Page } from "../../edition/publication/lay-out-pages.js";
import { layOutParallel } from "../../edition/publication/lay-out-parallel.js";
import { pageFile, parallelFile } from "../../edition/publication/published-address.js";
import type { Witness } from "../../edition/work.js";
import { html, type Html } from "./html.js";
import { type EditionContext, linkTo } from "./page-context.js";

/** What the way to the editions together is called. */
export const SIDE_BY_SIDE = "side by side";

/** "1–200", "3.1": the first and the last passage of the text on a page. */
export function labelOf({ passages, name }: Page): string {
  const numbered = passages.filter(({ layer, kind }) => layer === "text" && kind === "paragraph");
  const [first, last] = [numbered[0]?.path, numbered.at(-1)?.path];
  if (first === undefined || last === undefined) return name === "" ? "front matter" : name;
  return first === last ? first : `${first}–${last}`;
}

/** The editions of a work, this one marked, and the way to all of them side by side. */
export function renderEditions(edition: EditionContext, page: Page, file: string): Html {
  const { work, witness } = edition;
  const items = work.witnesses.map((other) => {
    const named = [other.title, other.publisher].filter((part) => part !== undefined).join(", ");
    const description = named === "" ? "" : html` <span class="named">${named}</span>`;
    if (other === witness)
      return html`<li><span aria-current="page">${other.siglum}</span>${description}</li>`;
    const link = linkTo(file, pageFile(work, other, layOutPages(other).pages[0]));
    return html`<li><a href="${link}" data-siglum="${other.siglum}">${other.siglum}</a>${description}</li>`;
  });
  const together = renderTogether(edition, page, file);
  return html`<nav class="editions" aria-label="Editions">
    <ul>
      ${items}${together}
    </ul>
  </nav>`;
}

/** To the page on which the passages of this one stand beside those of the other editions. */
function renderTogether({ work, witness }: EditionContext, page: Page, file: string): Html | undefined {
  if (work.witnesses.length < 2) return undefined;
  const { pages, pageOf } = layOutParallel(work);
  const own = pageOf[work.witnesses.indexOf(witness)];
  const first = page.passages.find(({ path }) => own?.has(path));
  const link = linkTo(file, parallelFile(work, own?.get(first?.path ?? "") ?? pages[0]));
  return html`<li><a href="${link}" data-siglum="${SIDE_BY_SIDE}">${SIDE_BY_SIDE}</a></li>`;
}

/** The pages of a longer work, with the first words of each. */
export function renderParts(
  { work, witness, layout }: EditionContext,
  page: Page,
  file: string,
): Html | undefined {
  if (layout.pages.length === 1) return undefined;
  const items = layout.pages.map((other) => {
    const named = html`<span class="named">${openingOf(witness, other)}</span>`;
    if (other === page) return html`<li><span aria-current="page">${labelOf(other)}</span> ${named}</li> `;
    return html`<li>
      <a href="${linkTo(file, pageFile(work, witness, other))}">${labelOf(other)}</a> ${named}
    </li> `;
  });
  // The first page lists them all; the others lead to it and to their neighbours.
  return page === layout.pages[0]
    ? html`<nav class="parts" aria-label="Pages">
        <ul>
          ${items}
        </ul>
      </nav> `
    : html`<nav class="parts" aria-label="Pages">
        <a href="${linkTo(file, pageFile(work, witness, layout.pages[0]))}">All pages</a>, this one:
        ${labelOf(page)}
      </nav> `;
}

function openingOf(witness: Witness, { passages }: Page): string {
  const first = passages.find(({ layer }) => layer === "heading") ?? passages[0];
  if (!first) return "";
  const words = witness.text
    .slice(first.start, Math.min(first.end, first.start + 200))
    .trim()
    .split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(" ")} …` : words.join(" ");
}

/** A page to turn to: what it is called, and its address. */
export interface TurnLink {
  readonly label: string;
  readonly href: string;
}

/** The way to the page before and the page after. */
export function renderTurn(before: TurnLink | undefined, after: TurnLink | undefined): Html | undefined {
  if (!before && !after) return undefined;
  const previous = before && html`<a rel="prev" href="${before.href}">← ${before.label}</a>`;
  return html`<nav class="turn" aria-label="Turn the page">
    ${previous ?? html`<span></span>`}${after && html`<a rel="next" href="${after.href}">${after.label} →</a>`}
  </nav>`;
}
