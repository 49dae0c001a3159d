import { chicagoDate, isoDate } from "./citation-date.js";
import type { CitationSource } from "./citation-source.js";
import { escapeXml } from "./escape-xml.js";
import { isBook } from "./is-book.js";
import type { Name } from "./person-name.js";

/**
 * A TEI P5 `<bibl>`, namespace declared so that it stands by itself. An editor's words are a `<bibl>` of
 * the editor's around the one of the work that they comment.
 */
export function formatTeiBibl(source: CitationSource): string {
  const { work, authors, addressee, date, editor, place, container, witness, quote, speaker } = source;
  const when = isoDate(date);
  const own = [
    ...authors.map((name) => `<author>${teiName(name)}</author>`),
    element("title", work.title, { level: isBook(work) ? "m" : addressee === undefined ? "a" : "u" }),
    addressee === undefined ? undefined : element("name", addressee, { type: "addressee" }),
    date === undefined ? undefined : element("date", chicagoDate(date), when === undefined ? {} : { when }),
  ];
  const edition = [
    container === undefined ? undefined : element("title", container, { level: "m" }),
    witness.translator === undefined
      ? undefined
      : element("editor", witness.translator, { role: "translator" }),
    witness.publisher === undefined ? undefined : element("publisher", witness.publisher),
    witness.url === undefined ? undefined : `<ptr target="${escapeXml(witness.url)}"/>`,
    speaker === undefined
      ? undefined
      : `<respStmt><resp>words of</resp>${element("name", speaker)}</respStmt>`,
    element("citedRange", quote.reference, {
      unit: place.unit ?? place.path.replace(/[.~].*$/, ""),
    }),
  ];
  const inner = editor
    ? [
        `<author role="editor">${teiName(editor)}</author>`,
        element("title", place.name ?? place.path, { level: "a" }),
        `<bibl>${lines(own, "    ")}\n  </bibl>`,
        ...edition,
      ]
    : [...own, ...edition];
  return `<bibl xmlns="http://www.tei-c.org/ns/1.0">${lines(inner, "  ")}\n</bibl>`;
}

function teiName(name: Name): string {
  if (name.kind === "literal") return element("name", name.literal);
  const { given, particle, family, suffix } = name;
  const parts = [
    element("forename", given),
    particle === undefined ? undefined : element("nameLink", particle),
    element("surname", family),
    suffix === undefined ? undefined : element("genName", suffix),
  ];
  return `<persName>${parts.filter((part) => part !== undefined).join(" ")}</persName>`;
}

function element(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${list.join("")}>${escapeXml(text)}</${name}>`;
}

function lines(parts: readonly (string | undefined)[], indent: string): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => `\n${indent}${part}`)
    .join("");
}
