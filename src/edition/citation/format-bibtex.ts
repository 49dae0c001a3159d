import { isoDate } from "./citation-date.js";
import type { CitationSource } from "./citation-source.js";
import { editorialTitle } from "./editorial-title.js";
import { isBook } from "./is-book.js";
import type { Name } from "./person-name.js";
import { locatorOf } from "./place.js";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "%": "\\%",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/**
 * An entry for BibTeX and biblatex (UTF-8): `date` is for the one, `year` and `month` for the other.
 * `@misc`, since neither has a letter; recipient and place stand in `note`. Titles in double braces keep
 * their capitals.
 */
export function formatBibtex(source: CitationSource): string {
  const { work, witness, authors, date, editor, place, container, addressee, speaker } = source;
  const title = editor ? editorialTitle(source) : work.title;
  const notes = [
    addressee === undefined || editor ? undefined : `To ${addressee}`,
    container === undefined ? undefined : `In: ${container}`,
    locatorOf(place, editor !== undefined, "par."),
    speaker === undefined ? undefined : `Words of ${speaker}`,
    `quoth reference: ${source.quote.reference}`,
  ];
  const calendar = !editor && date?.kind === "calendar" ? date : undefined;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", braced((editor ? [editor] : authors).map(texName).join(" and "))],
    ["title", `{{${tex(title)}}}`],
    ["type", work.type === undefined || editor ? undefined : braced(tex(work.type))],
    ["date", calendar && braced(isoDate(calendar) ?? "")],
    [
      "year",
      !editor && date ? braced(date.kind === "calendar" ? String(date.year) : tex(date.literal)) : undefined,
    ],
    ["month", calendar?.month === undefined ? undefined : MONTHS[calendar.month - 1]],
    ["translator", witness.translator === undefined ? undefined : braced(`{${tex(witness.translator)}}`)],
    ["howpublished", witness.publisher === undefined ? undefined : braced(tex(witness.publisher))],
    ["url", witness.url === undefined ? undefined : braced(urlOf(witness.url))],
    [
      "urldate",
      witness.retrieved !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(witness.retrieved)
        ? braced(witness.retrieved)
        : undefined,
    ],
    ["note", braced(tex(notes.filter((note) => note !== undefined).join(". ")))],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = ${value ?? ""},`);
  return [`@${isBook(work) && !editor ? "book" : "misc"}{${keyOf(source)},`, ...lines, "}"].join("\n");
}

/** "{Kennedy, John F.}", "King, Jr., Martin Luther"; an organisation in braces of its own, so that no "and" splits it. */
function texName(name: Name): string {
  if (name.kind === "literal") return `{${tex(name.literal)}}`;
  const family = [name.particle, name.family].filter((part) => part !== undefined).join(" ");
  return [family, name.suffix, name.given]
    .filter((part) => part !== undefined)
    .map((part) => tex(part))
    .join(", ");
}

/** BibTeX reads keys of ASCII letters, digits and hyphens everywhere. */
function keyOf({ work, witness, editor, place }: CitationSource): string {
  const parts = [work.id, witness.siglum, ...(editor ? [place.path] : [])];
  return parts
    .join("-")
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9-]+/g, (run) => (/^[\u0300-\u036f]+$/.test(run) ? "" : "-"));
}

function tex(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replace(/[\\{}$&#_%~^]/g, (sign) => TEX[sign] ?? sign);
}

/** Addresses are read verbatim; only braces would end the field. */
function urlOf(url: string): string {
  return url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}

function braced(value: string): string {
  return `{${value}}`;
}
