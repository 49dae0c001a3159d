import { type CitationDate, parseDate } from "./citation-date.js";
import type { CitationSource } from "./citation-source.js";
import { editorialTitle } from "./editorial-title.js";
import { isBook } from "./is-book.js";
import { locatorOf } from "./place.js";
import { type Name, parseName } from "./person-name.js";

/** One CSL-JSON item (schema 1.0.2) in an array, as reference managers read it; indented by two blanks. */
export function formatCslJson(source: CitationSource): string {
  const { work, witness, authors, date, editor, place, container, addressee, speaker } = source;
  const title = editor ? editorialTitle(source) : work.title;
  const notes = [
    locatorOf(place, editor !== undefined, "par."),
    speaker === undefined ? undefined : `words of ${speaker}`,
    `quoth reference: ${source.quote.reference}`,
  ];
  const item = {
    id: `${work.id}:${witness.siglum}${editor ? `:${place.path}` : ""}`,
    type: typeOf(source),
    title,
    author: (editor ? [editor] : authors).map(cslName),
    recipient: addressee === undefined || editor ? undefined : [cslName(parseName(addressee))],
    issued: date === undefined || editor ? undefined : cslDate(date),
    "container-title": container,
    editor: witness.editor === undefined || editor ? undefined : [cslName(parseName(witness.editor))],
    translator: witness.translator === undefined ? undefined : [cslName(parseName(witness.translator))],
    publisher: witness.publisher,
    language: witness.language,
    URL: witness.url,
    accessed: witness.retrieved === undefined ? undefined : cslDate(parseDate(witness.retrieved)),
    note: notes.filter((note) => note !== undefined).join("; "),
  };
  return JSON.stringify([item], undefined, 2);
}

function typeOf({ work, addressee, editor }: CitationSource): string {
  if (editor) return "document";
  if (addressee !== undefined) return "personal_communication";
  if (work.type?.toLowerCase() === "speech") return "speech";
  return isBook(work) ? "book" : "document";
}

function cslName(name: Name): Readonly<Record<string, string>> {
  if (name.kind === "literal") return { literal: name.literal };
  const { family, given, particle, suffix } = name;
  return {
    family,
    given,
    ...(particle === undefined ? {} : { "non-dropping-particle": particle }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

function cslDate(date: CitationDate): Readonly<Record<string, unknown>> {
  if (date.kind === "literal") return { literal: date.literal };
  return { "date-parts": [[date.year, date.month, date.day].filter((part) => part !== undefined)] };
}
