import type { ApparatusEntry, Reading } from "../../edition/apparatus/apparatus.js";
import { layOutPages } from "../../edition/publication/lay-out-pages.js";
import type { Witness, Work } from "../../edition/work.js";
import { html, type Html } from "./html.js";
import { type EditionContext, linkToPassage } from "./page-context.js";
import { languageAttributes } from "./text-direction.js";

/** A lemma or reading of more words than this is shown by its first and last ones. */
const MOST_WORDS = 14;
const SHOWN_WORDS = 5;

/** Where an entry of the apparatus leads, from the page that shows it; undefined for nowhere. */
export interface ApparatusLinks {
  /** To the place of the entry with that index, at the reference path. */
  readonly toPlace: (index: number, path: string) => string | undefined;
  /** To the words of an edition that reads otherwise. */
  readonly toReading: (index: number, siglum: string, path: string) => string | undefined;
  /** Back to the sign in the text. */
  readonly back: (index: number, sign: string) => string | undefined;
}

/** The apparatus of a page: the entries with these signs, each linked to its place and to where the others read so. */
export function renderApparatusSection(
  { work, apparatus }: Pick<EditionContext, "work" | "apparatus">,
  signs: ReadonlyMap<number, string>,
  links: ApparatusLinks,
): Html | undefined {
  const { witnesses } = apparatus;
  if (witnesses.length < 2) return undefined;
  const others = witnesses.map(({ siglum }) => siglum);
  const none = html`<p class="hint">The editions do not differ on this page.</p>`;
  const items = [...signs].map(([index, sign]) => {
    const entry = apparatus.entries[index];
    return entry && renderEntry(work, entry, index, sign, links);
  });
  return html`<section class="foot app" id="apparatus" aria-labelledby="apparatus-title">
<h2 id="apparatus-title">Where the editions differ</h2>
<p class="hint">Before the bracket, the words of ${others[0]}; behind it, how the other editions read. Only the author’s text is compared (${others.join(", ")}).</p>
${items.length === 0 ? none : html`<ol>\n${items}</ol>`}
</section>
`;
}

function renderEntry(
  work: Work,
  entry: ApparatusEntry,
  index: number,
  sign: string,
  links: ApparatusLinks,
): Html {
  const path = entry.reference.slice(work.id.length + 1);
  const own = links.toPlace(index, path);
  const reference = own === undefined ? html`${path}` : html`<a href="${own}">${path}</a>`;
  const lemma =
    entry.lemma.text === ""
      ? html`<span class="said">${entry.lemma.after === undefined ? "before the first passage" : `after ${entry.lemma.after.slice(work.id.length + 1)}`}</span>:`
      : html`<span class="lemma"${languageAttributes(work.witnesses[0].language)}>${abridge(entry.lemma.text)}</span>]`;
  const readings = entry.readings.map(
    (reading, nth) =>
      html`${nth > 0 && "; "}${renderReading(work, entry, reading, (siglum, at) => links.toReading(index, siglum, at))}`,
  );
  const back = links.back(index, sign);
  return html`<li id="${`app.${sign}`}"><span class="sign">${sign}</span><span class="ref">${reference}</span> ${lemma} ${readings}${back !== undefined && html` <a class="back" href="${back}" aria-label="${`Variant ${sign} in the text`}">↩</a>`}</li>\n`;
}

/** The sentence where the reference is one of the passage's, else the passage. */
export function anchorNear(passagePath: string, path: string): string {
  return path === passagePath || path.startsWith(`${passagePath}.`)
    ? path.replace(/-[^-.]*$/, "")
    : passagePath;
}

function renderReading(
  work: Work,
  { lemma, reference }: ApparatusEntry,
  reading: Reading,
  linkTo: (siglum: string, path: string) => string | undefined,
): Html {
  const sigla = reading.places.map((place, at) => {
    const path = place.reference.slice(work.id.length + 1);
    const link = linkTo(place.witness, path);
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

/** The reading page and anchor of a reference path of any depth. */
export function linkToReference(
  from: string,
  work: Work,
  witness: Witness,
  path: string,
): string | undefined {
  const layout = layOutPages(witness);
  const passagePath = passagePathIn(layout.pageOf, path);
  if (passagePath === undefined) return undefined;
  return linkToPassage(from, { work, witness, layout }, passagePath, anchorNear(passagePath, path));
}

/** The passage of a reference path: the longest beginning of it that `known` has. */
export function passagePathIn(known: ReadonlyMap<string, unknown>, path: string): string | undefined {
  const levels = path.split(".");
  for (let depth = levels.length; depth > 0; depth -= 1) {
    const passagePath = levels.slice(0, depth).join(".");
    if (known.has(passagePath)) return passagePath;
  }
  return undefined;
}

function abridge(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length <= MOST_WORDS
    ? words.join(" ")
    : `${words.slice(0, SHOWN_WORDS).join(" ")} … ${words.slice(-SHOWN_WORDS).join(" ")}`;
}
