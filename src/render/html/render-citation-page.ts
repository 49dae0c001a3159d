import type { CitationStyle } from "../../edition/citation/citation-style.js";
import type { Citation } from "../../edition/citation/citation.js";
import { citeInAllStyles } from "../../edition/citation/cite-in-all-styles.js";
import { makeQuote } from "../../edition/make-quote.js";
import type { Passage } from "../../edition/passage.js";
import { citationFile, publishedAddress } from "../../edition/publication/published-address.js";
import type { Quote } from "../../edition/quote.js";
import { html, type Html } from "./html.js";
import { type EditionContext, linkTo, linkToPassage } from "./page-context.js";
import { CITATION_SCRIPT } from "./page-script.js";
import { CITATION_STYLE } from "./page-style.js";
import { renderDocument } from "./render-document.js";
import { languageAttributes } from "./text-direction.js";
import { whose } from "./voice-runs.js";

/** What the styles are called; those that people read stand open, those for programs behind a fold. */
const READ: Partial<Record<CitationStyle, string>> = {
  "chicago-note": "Chicago, note",
  "chicago-bibliography": "Chicago, bibliography",
  mla: "MLA",
  apa: "APA",
};
const FOLDED: Partial<Record<CitationStyle, string>> = {
  bibtex: "BibTeX",
  ris: "RIS",
  "csl-json": "CSL-JSON",
  tei: "TEI",
  "web-annotation": "Web Annotation selectors",
  "text-fragment": "Link into the edition’s own page",
  receipt: "Receipt",
};

/** The citations and receipts of a passage and of each of its sentences. */
export function renderCitationPage(edition: EditionContext, passage: Passage): string {
  const { work, witness, base } = edition;
  const file = citationFile(work, witness, passage.path);
  const count = passage.sentences.length;
  const whole = makeQuote(work, { witness, passage, from: 0, to: count });
  const sentences = passage.sentences.map((_, at) =>
    makeQuote(work, { witness, passage, from: at, to: at + 1 }),
  );
  const above = citeInAllStyles(work, whole);
  const parts = count === 1 ? [] : sentences;
  const back = linkToPassage(file, edition, passage.path, passage.path);
  return renderDocument({
    title: `Cite ${passage.path} – ${work.title} – ${witness.siglum}`,
    description: `Citations and receipts of ${whole.reference} in the edition ${witness.siglum}.`,
    canonical: base === undefined ? undefined : base + file,
    unlisted: true,
    style: CITATION_STYLE,
    script: CITATION_SCRIPT,
    body: html`<header class="head">
        <nav aria-label="Library">
          <a href="${linkTo(file, "index.html")}">All works</a> ·
          <a href="${back ?? ""}">${work.title}, ${passage.path}</a>
        </nav>
        <h1>Citing ${passage.path}</h1>
        <p class="by">${work.title}, edition ${witness.siglum}</p>
        ${passage.layer !== "text" && html`<p class="whose">${whose(work.authors, whole.voice)}</p> `}
      </header>
      <main>
        ${renderQuote(edition, passage, whole, above, file)}
        ${parts.map((quote) => renderQuote(edition, passage, quote, differing(citeInAllStyles(work, quote), above), file))}
      </main>
      <footer>
        <p>
          A receipt proves the words years later; <code>quoth verify --receipt FILE</code> checks one, and so
          do sha256sum, tail and head.
        </p>
      </footer>`,
  });
}

/** The citations of a sentence that are not those of its passage: bibliographies name no sentence. */
function differing(own: readonly Citation[], above: readonly Citation[]): readonly Citation[] {
  return own.filter((citation) => {
    const same = above.find(({ style }) => style === citation.style);
    return (
      JSON.stringify([same?.citation, same?.items]) !== JSON.stringify([citation.citation, citation.items])
    );
  });
}

function renderQuote(
  edition: EditionContext,
  passage: Passage,
  quote: Quote,
  citations: readonly Citation[],
  file: string,
): Html {
  const { work, witness } = edition;
  const path = quote.reference.slice(work.id.length + 1);
  const own = quote.layer === "text";
  const isPart = path !== passage.path && passage.sentences.length > 1;
  const of = (style: CitationStyle): Citation | undefined => citations.find((one) => one.style === style);
  const address = publishedAddress(
    { ...work, ...(edition.base === undefined ? {} : { published: edition.base }) },
    witness,
    passage.path,
    path,
  );
  const read = Object.entries(READ).flatMap(([style, name]) => {
    const citation = of(style as CitationStyle);
    return citation ? [renderRead(citation, name, path)] : [];
  });
  const folded = Object.entries(FOLDED).flatMap(([style, name]) => {
    const citation = of(style as CitationStyle);
    return citation ? [renderFolded(citation, name, path)] : [];
  });
  return html`<section class="${own ? "citations" : "citations not-own"}" id="${path}" aria-label="${path}">
    <h2>${path}</h2>
    <blockquote${languageAttributes(witness.language)}>${quote.text}</blockquote>
    <dl class="forms">
      <dt>Whose words, and which editions read so</dt>
      <dd>${quote.voice}; ${quote.witnesses.join(", ")}</dd>
      <dt>Where it stands</dt>
      <dd><a href="${linkToPassage(file, edition, passage.path, anchorIn(path)) ?? ""}">${address ?? quote.reference}</a></dd>
      ${read}
    </dl>
${folded}${isPart && html`<p class="hint">What names no sentence is as above, for ${passage.path}.</p>`}
</section>
`;
}

function anchorIn(path: string): string {
  return path.replace(/-[^-.]*$/, "");
}

function renderRead({ citation, items = [] }: Citation, name: string, path: string): Html {
  const forms = items.map(
    ({ form, text }) =>
      html`<br><span class="sub">${form.replace("-", " ")}:</span> <span data-copy="${`${form.replace("-", " ")} of ${path}`}">${text}</span>`,
  );
  return html`<dt>${name}</dt>
<dd><span data-copy="${`${name} of ${path}`}">${citation}</span>${forms}</dd>
`;
}

function renderFolded({ citation }: Citation, name: string, path: string): Html {
  return html`<details><summary>${name}</summary><pre tabindex="0" data-copy="${`${name} of ${path}`}">
${citation}</pre></details>
`;
}
