import type { ApparatusEntry, Reading } from "../../edition/apparatus/apparatus.js";
import { layOutPages, type Page } from "../../edition/publication/lay-out-pages.js";
import { fragmentOf, pageFile } from "../../edition/publication/published-address.js";
import { html, type Html } from "./html.js";
import { type EditionContext, linkToPassage } from "./page-context.js";
import { languageAttributes } from "./text-direction.js";

/** A lemma or reading of more words than this is shown by its first and last ones. */
const MOST_WORDS = 14;
const SHOWN_WORDS = 5;

/** The apparatus of a page: the entries with these signs, each linked to its place and to where the others read so. */
export function renderApparatusSection(
  edition: EditionContext,
  page: Page,
  signs: ReadonlyMap<number, string>,
): Html | undefined {
  const { witnesses } = edition.apparatus;
  if (witnesses.length < 2) return undefined;
  const others = witnesses.map(({ siglum }) => siglum);
  const none = html`<p class="hint">The editions do not differ on this page.</p>`;
  const items = [...signs].map(([index, sign]) => renderEntry(edition, page, index, sign));
  return html`<section class="foot app" id="apparatus" aria-labelledby="apparatus-title">
<h2 id="apparatus-title">Where the editions differ</h2>
<p class="hint">Before the bracket, the words of ${others[0]}; behind it, how the other editions read. Only the author’s text is compared (${others.join(", ")}).</p>
${items.length === 0 ? none : html`<ol>\n${items}</ol>`}
</section>
`;
}

function renderEntry(edition: EditionContext, page: Page, index: number, sign: string): Html {
  const { work, witness, variants } = edition;
  const { entry, at } = variants[index] as EditionContext["variants"][number];
  const path = entry.reference.slice(work.id.length + 1);
  const from = pageFile(work, witness, page);
  const own = at && linkToPassage(from, edition, at.passage.path, anchorNear(at.passage.path, path));
  const reference = own === undefined ? html`${path}` : html`<a href="${own}">${path}</a>`;
  const lemma =
    entry.lemma.text === ""
      ? html`<span class="said">${entry.lemma.after === undefined ? "before the first passage" : `after ${entry.lemma.after.slice(work.id.length + 1)}`}</span>:`
      : html`<span class="lemma"${languageAttributes(work.witnesses[0].language)}>${abridge(entry.lemma.text)}</span>]`;
  const readings = entry.readings.map(
    (reading, nth) => html`${nth > 0 && "; "}${renderReading(edition, from, entry, reading)}`,
  );
  const back =
    at &&
    html` <a class="back" href="${fragmentOf(`at.${sign}`)}" aria-label="${`Variant ${sign} in the text`}">↩</a>`;
  return html`<li id="${`app.${sign}`}"><span class="sign">${sign}</span><span class="ref">${reference}</span> ${lemma} ${readings}${back}</li>\n`;
}

/** The sentence where the reference is one of the passage's, else the passage. */
function anchorNear(passagePath: string, path: string): string {
  return path === passagePath || path.startsWith(`${passagePath}.`)
    ? path.replace(/-[^-.]*$/, "")
    : passagePath;
}

function renderReading(
  { work }: EditionContext,
  from: string,
  { lemma, reference }: ApparatusEntry,
  reading: Reading,
): Html {
  const sigla = reading.places.map((place, at) => {
    const witness = work.witnesses.find(({ siglum }) => siglum === place.witness);
    const path = place.reference.slice(work.id.length + 1);
    const link = witness && linkToReference(work, witness, from, path);
    const named = link === undefined ? html`${place.witness}` : html`<a href="${link}">${place.witness}</a>`;
    const elsewhere =
      reading.type === "transposition" && (place.after !== undefined || place.reference !== reference)
        ? html` <span class="kind">(${place.after === undefined ? `at ${path}` : `after ${place.after.slice(work.id.length + 1)}`})</span>`
        : "";
    return html`${at > 0 && " "}<span class="sigla">${named}</span>${elsewhere}`;
  });
  const language = work.witnesses.find(({ siglum }) => siglum === reading.witnesses[0])?.language ?? "";
  const words = html`<span class="rdg"${languageAttributes(language)}>${abridge(reading.text)}</span>`;
  const kind = reading.kind === "accidental" ? html` <span class="kind">(form only)</span>` : "";
  if (reading.type === "omission") return html`<span class="said">lacking</span> ${sigla}`;
  if (reading.type === "addition" && lemma.text === "")
    return html`<span class="said">added</span> ${sigla}: ${words}`;
  if (reading.type === "transposition" && reading.text.length > 0)
    return html`${words} <span class="said">transposed</span> ${sigla}`;
  return html`${words} ${sigla}${kind}`;
}

/** The page and anchor of a reference path of any depth: a sentence's passage is the longest path that begins it. */
function linkToReference(
  work: EditionContext["work"],
  witness: EditionContext["witness"],
  from: string,
  path: string,
): string | undefined {
  const layout = layOutPages(witness);
  const levels = path.split(".");
  for (let depth = levels.length; depth > 0; depth -= 1) {
    const passagePath = levels.slice(0, depth).join(".");
    if (layout.pageOf.has(passagePath))
      return linkToPassage(from, { work, witness, layout }, passagePath, anchorNear(passagePath, path));
  }
  return undefined;
}

function abridge(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length <= MOST_WORDS
    ? words.join(" ")
    : `${words.slice(0, SHOWN_WORDS).join(" ")} … ${words.slice(-SHOWN_WORDS).join(" ")}`;
}
