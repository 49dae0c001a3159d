import { mlaDate, parseDate } from "./citation-date.js";
import type { CitationSource } from "./citation-source.js";
import { formatName, invertName, joinSerial, shortName } from "./format-name.js";
import { isBook } from "./is-book.js";
import type { Name } from "./person-name.js";
import { locatorOf, placeTitle } from "./place.js";
import { quoteTitle, withMark } from "./quote-title.js";

/**
 * A works-cited entry after MLA 9: author, title of the source, its own date, then the edition as
 * container with publisher and address. From three authors on "et al." An editor's note is entered under
 * the editor, as MLA enters introductions.
 */
export function formatMla(source: CitationSource): string {
  const { work, authors, date, editor, place, container, edition, witness } = source;
  const title = isBook(work) ? withMark(work.title, ".") : quoteTitle(work.title, ".");
  const when = date === undefined ? undefined : mlaDate(date);
  const rest = [
    when,
    container,
    witness.translator === undefined ? undefined : `translated by ${witness.translator}`,
    edition,
    witness.url,
  ];
  const retrieved =
    witness.retrieved === undefined
      ? ""
      : ` Accessed ${withMark(mlaDate(parseDate(witness.retrieved)), ".")}`;
  if (!editor)
    return `${withMark(mlaNames(authors), ".")} ${title} ${capitalise(withMark(commas(rest), "."))}${retrieved}`;
  const own = isBook(work) ? work.title : quoteTitle(work.title, ",");
  const by = `${isBook(work) ? withMark(own, ",") : own} by ${joinSerial(authors.map(formatName))}`;
  return `${withMark(formatName(editor), ".")} ${placeTitle(place)} to ${withMark(commas([by, ...rest]), ".")}${retrieved}`;
}

/** The citation in the text: "(Kennedy, par. 3)", as MLA cites numbered paragraphs. */
export function formatMlaInText({ authors, editor, place, speaker }: CitationSource): string {
  const [first, second] = (editor ? [editor] : authors).map(shortName);
  const names =
    !editor && authors.length > 2
      ? `${first ?? ""} et al.`
      : [first, second].filter((name) => name !== undefined).join(" and ");
  const locator = editor ? place.name : locatorOf(place, false, "par.");
  const whose = speaker === undefined ? names : `words of ${speaker} in ${names}`;
  return `(${commas([whose, locator])})`;
}

function mlaNames(names: readonly Name[]): string {
  const [first, second] = names;
  const inverted = first ? invertName(first, "kept") : "";
  if (names.length > 2) return `${inverted}, et al.`;
  if (!second) return inverted;
  return `${inverted}${first?.kind === "person" ? "," : ""} and ${formatName(second)}`;
}

function commas(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}

/** What begins after a stop begins with a capital, where it is our own word. */
function capitalise(words: string): string {
  return words.replace(/^translated by/, "Translated by");
}
