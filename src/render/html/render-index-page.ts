import { formatDate } from "../../edition/format-date.js";
import { layOutParallel } from "../../edition/publication/lay-out-parallel.js";
import { pageFile, parallelFile } from "../../edition/publication/published-address.js";
import { layOutPages } from "../../edition/publication/lay-out-pages.js";
import { announceTranslation, translationOf } from "../../edition/translation.js";
import { joinNames } from "../../edition/voice-of.js";
import type { Work } from "../../edition/work.js";
import { html, type Html } from "./html.js";
import { INDEX_STYLE } from "./page-style.js";
import { renderDocument } from "./render-document.js";
import { SIDE_BY_SIDE } from "./render-navigation.js";

/** The page that lists every work with its editions, in the corpus's order. */
export function renderIndexPage(works: readonly Work[], base: string | undefined): string {
  const items = works.map((work) => {
    const editions = work.witnesses.map((witness, at) => {
      const translation = translationOf(work, witness);
      const named = [witness.title, witness.publisher].filter((part) => part !== undefined).join(", ");
      return html`${at > 0 && html`<br />`}<a
          href="${pageFile(work, witness, layOutPages(witness).pages[0])}"
          aria-label="${`${work.title}: ${witness.siglum}`}"
          >${witness.siglum}</a
        >${named !== "" && ` ${named}`}${translation && ` (${announceTranslation(translation)})`}`;
    });
    return html`<li>
      <p>${joinNames(work.authors)}${work.addressee !== undefined && html` to ${work.addressee}`}</p>
      <p class="title">
        <a href="${pageFile(work, work.witnesses[0], layOutPages(work.witnesses[0]).pages[0])}"
          >${work.title}</a
        >
      </p>
      ${work.date !== undefined && html`<p class="sub">${formatDate(work.date)}</p> `}
      <p class="sub">${editions}</p>
      ${renderTogether(work)}
    </li> `;
  });
  return renderDocument({
    title: "Works",
    description: `${works.length} ${works.length === 1 ? "work" : "works"}, with every passage and sentence under its own address.`,
    canonical: base,
    style: INDEX_STYLE,
    body: html`<header class="head"><h1>Works</h1></header>
      <main>
        <ul class="works">
          ${items}
        </ul>
      </main>
      <footer>
        <p>
          Published by <span translate="no">quoth</span>. Every passage, every sentence and every note has an
          address of its own.
        </p>
      </footer>`,
  });
}

/** The way to all editions of a work at once. */
function renderTogether(work: Work): Html | undefined {
  if (work.witnesses.length < 2) return undefined;
  const link = parallelFile(work, layOutParallel(work).pages[0]);
  return html`<p class="sub"><a href="${link}" aria-label="${`${work.title}: ${SIDE_BY_SIDE}`}">${SIDE_BY_SIDE}</a></p>`;
}
