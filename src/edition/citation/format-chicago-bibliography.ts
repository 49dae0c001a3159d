import { chicagoDate } from "./citation-date.js";
import type { CitationSource } from "./citation-source.js";
import { formatName, invertName, joinSerial } from "./format-name.js";
import { isBook } from "./is-book.js";
import type { Name } from "./person-name.js";
import { placeTitle } from "./place.js";
import { quoteTitle, withMark } from "./quote-title.js";

/** A bibliography entry after Chicago 18: the first author inverted, parts closed by stops, no locator. */
export function formatChicagoBibliography(source: CitationSource): string {
  const { work, authors, addressee, generic, date, editor, place, container, edition, witness } = source;
  const when = date === undefined ? undefined : chicagoDate(date);
  const title = isBook(work) ? work.title : quoteTitle(work.title);
  const letter = addressee === undefined ? undefined : joinComma(`Letter to ${addressee}`, when);
  const own = letter === undefined ? [title, when] : generic ? [letter] : [title, letter];
  const names = joinSerial(authors.map(formatName));
  const about =
    addressee === undefined
      ? [joinComma(title, `by ${names}`), when]
      : [joinComma(`${names}’s letter to ${addressee}`, when), generic ? undefined : title];
  const head = editor
    ? [formatName(editor), `${placeTitle(place)} to ${about[0] ?? ""}`, about[1]]
    : [invertedNames(authors), ...own];
  const parts = [
    ...head,
    container === undefined ? undefined : `In ${quoteTitle(container)}`,
    witness.translator === undefined ? undefined : `Translated by ${witness.translator}`,
    edition,
    witness.url,
  ];
  return parts
    .filter((part) => part !== undefined)
    .map((part) => withMark(part, "."))
    .join(" ");
}

/** "Engels, Friedrich, and Karl Marx": of several names only the first is inverted. */
function invertedNames(names: readonly Name[]): string {
  const list = names.map((name, at) => (at === 0 ? invertName(name, "demoted") : formatName(name)));
  const [first = "", second] = list;
  if (list.length === 2 && names[0]?.kind === "person") return `${first}, and ${second ?? ""}`;
  return joinSerial(list);
}

function joinComma(first: string, second: string | undefined): string {
  return second === undefined ? first : `${withMark(first, ",")} ${second}`;
}
