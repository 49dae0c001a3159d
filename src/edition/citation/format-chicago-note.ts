import { chicagoDate } from "./citation-date.js";
import type { CitationSource } from "./citation-source.js";
import { formatName, joinSerial, shortName } from "./format-name.js";
import { isBook } from "./is-book.js";
import { locatorOf, placeName } from "./place.js";
import { parseName } from "./person-name.js";
import { quoteTitle, withMark } from "./quote-title.js";

/**
 * A full note after Chicago 18 (13.111 and 14.104 for letters and pages of websites): correspondents and
 * date, edition, locator, address. Without italics, which plain text has not. An editor's words are noted
 * as the editor's, "to" the work.
 */
export function formatChicagoNote(source: CitationSource): string {
  const { editor, witness, container, edition, speaker, place } = source;
  const parts = [
    ...(editor ? editorialHead(source) : head(source)),
    witness.translator === undefined ? undefined : `trans. ${witness.translator}`,
    container === undefined ? undefined : `in ${quoteTitle(container)}`,
    edition,
    locatorOf(place, editor !== undefined, "par."),
    speaker === undefined ? undefined : `words of ${speaker}`,
    witness.url,
  ];
  return withMark(joinParts(parts), ".");
}

/** The shortened note for every later citation: "Kennedy to Khrushchev, April 18, 1961, par. 3." */
export function formatChicagoShortNote(source: CitationSource): string {
  const { work, authors, addressee, date, editor, place, speaker } = source;
  const recipient = addressee === undefined ? undefined : parseName(addressee);
  // Of two correspondents of one family the short names would say nothing.
  const namesakes =
    recipient !== undefined && authors.some((name) => shortName(name) === shortName(recipient));
  const short = namesakes ? formatName : shortName;
  const names = joinSerial(authors.map(short));
  const own =
    recipient === undefined
      ? [names, isBook(work) ? work.title : quoteTitle(work.title)]
      : [`${names}${editor ? "’s letter" : ""} to ${short(recipient)}`, date && chicagoDate(date)];
  if (editor)
    return withMark(
      joinParts([shortName(editor), `${placeName(place)} to ${own[0] ?? ""}`, ...own.slice(1)]),
      ".",
    );
  return withMark(
    joinParts([
      ...own,
      locatorOf(place, false, "par."),
      speaker === undefined ? undefined : `words of ${speaker}`,
    ]),
    ".",
  );
}

function head({ work, authors, addressee, generic, date }: CitationSource): readonly (string | undefined)[] {
  const names = joinSerial(authors.map(formatName));
  const when = date === undefined ? undefined : chicagoDate(date);
  const title = isBook(work) ? work.title : quoteTitle(work.title);
  if (addressee === undefined) return [names, title, when];
  return [`${names} to ${addressee}`, generic ? undefined : title, when];
}

function editorialHead({
  editor,
  place,
  work,
  authors,
  addressee,
  generic,
  date,
}: CitationSource): readonly (string | undefined)[] {
  const names = joinSerial(authors.map(formatName));
  const title = isBook(work) ? work.title : quoteTitle(work.title);
  const when = date === undefined ? undefined : chicagoDate(date);
  const who = editor && formatName(editor);
  if (addressee === undefined) return [who, `${placeName(place)} to ${names}`, title, when];
  return [who, `${placeName(place)} to ${names}’s letter to ${addressee}`, generic ? undefined : title, when];
}

/** Commas between the parts, drawn inside closing quotation marks. */
function joinParts(parts: readonly (string | undefined)[]): string {
  const given = parts.filter((part) => part !== undefined);
  return given.map((part, at) => (at === given.length - 1 ? part : withMark(part, ","))).join(" ");
}
