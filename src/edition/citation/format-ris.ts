import type { CitationSource } from "./citation-source.js";
import { editorialTitle } from "./editorial-title.js";
import { invertName } from "./format-name.js";
import { isBook } from "./is-book.js";
import { locatorOf } from "./place.js";
import { parseName } from "./person-name.js";

/**
 * A record in RIS (lines end in CR LF). Letters are PCOMM, whose second author `A2` is the recipient, books
 * BOOK, all else GEN.
 */
export function formatRis(source: CitationSource): string {
  const { work, witness, authors, date, editor, place, container, addressee, speaker } = source;
  const letter = addressee !== undefined && !editor;
  const calendar = !editor && date?.kind === "calendar" ? date : undefined;
  const two = (part: number | undefined): string => (part === undefined ? "" : String(part).padStart(2, "0"));
  const title = editor ? editorialTitle(source) : work.title;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["TY", letter ? "PCOMM" : isBook(work) && !editor ? "BOOK" : "GEN"],
    ...(editor ? [editor] : authors).map((name) => ["AU", invertName(name, "kept")] as const),
    ["A2", letter ? invertName(parseName(addressee), "kept") : undefined],
    ["TI", title],
    ["T2", container],
    [
      "DA",
      calendar && `${String(calendar.year).padStart(4, "0")}/${two(calendar.month)}/${two(calendar.day)}/`,
    ],
    ["PY", calendar && String(calendar.year).padStart(4, "0")],
    // A date in words has no field of its own.
    ["N1", !editor && date?.kind === "literal" ? `Date: ${date.literal}` : undefined],
    ["PB", witness.publisher],
    ["A4", witness.translator],
    ["LA", witness.language],
    ["UR", witness.url],
    ["Y2", witness.retrieved],
    ["N1", locatorOf(place, editor !== undefined, "par.")],
    ["N1", speaker === undefined ? undefined : `Words of ${speaker}`],
    ["N1", `quoth reference: ${source.quote.reference}`],
    ["ER", ""],
  ];
  return lines
    .filter((line): line is readonly [string, string] => line[1] !== undefined)
    .map(([tag, value]) => `${tag}  - ${value.replace(/[\r\n]+/g, " ")}\r\n`)
    .join("");
}
