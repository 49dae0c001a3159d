import { apaDate, chicagoDate } from "./citation-date.js";
import type { CitationSource } from "./citation-source.js";
import { formatName, initialName, joinSerial, shortName } from "./format-name.js";
import { type Name, parseName } from "./person-name.js";
import { locatorOf, placeTitle } from "./place.js";
import { withMark } from "./quote-title.js";

/** APA 7 names up to twenty authors; of more, the first nineteen and the last. */
const MOST_AUTHORS = 20;

/**
 * A reference after APA 7. A letter whose title says no more than that it is one is untitled, and described
 * in brackets. An editor's note is the editor's, undated ("n.d."), since work.yaml dates the work alone.
 */
export function formatApa(source: CitationSource): string {
  const { authors, date, editor, container, edition, witness, work, place } = source;
  const translator =
    witness.translator === undefined ? "" : ` (${translatorName(witness.translator)}, Trans.)`;
  const what = editor
    ? `[${placeTitle(place)} to ${joinSerial(authors.map(formatName))}, ${work.title}${date === undefined ? "" : `, ${chicagoDate(date)}`}]`
    : titleOf(source);
  const parts = [
    editor ? formatName(editor) : apaNames(authors),
    `(${apaDate(editor ? undefined : date)})`,
    `${what}${translator}`,
    container === undefined ? undefined : `In ${container}`,
    // Where author and publisher are one, the publisher is left out (APA 7, 9.29).
    (editor ? [editor] : authors).every((name) => formatName(name) === edition) ? undefined : edition,
  ];
  const text = parts
    .filter((part) => part !== undefined)
    .map((part) => withMark(part, "."))
    .join(" ");
  // No stop after an address, which it would spoil.
  return witness.url === undefined ? text : `${text} ${witness.url}`;
}

/** "(Kennedy, 1961, para. 3)". */
export function formatApaInText({ authors, date, editor, place, speaker }: CitationSource): string {
  const names = (editor ? [editor] : authors).map(shortName);
  const whose = names.length > 2 ? `${names[0] ?? ""} et al.` : names.join(" & ");
  const year =
    editor === undefined && date?.kind === "calendar"
      ? String(date.year)
      : apaDate(editor ? undefined : date);
  const locator = editor ? place.name : locatorOf(place, false, "para.");
  const said = speaker === undefined ? whose : `words of ${speaker} in ${whose}`;
  return `(${[said, year, locator].filter((part) => part !== undefined).join(", ")})`;
}

/** "B. Jowett": in parentheses APA does not invert. */
function translatorName(translator: string): string {
  const [family = "", given] = initialName(parseName(translator)).split(", ");
  return given === undefined ? family : `${given} ${family}`;
}

function titleOf({ work, addressee, generic }: CitationSource): string {
  if (addressee !== undefined)
    return generic ? `[Letter to ${addressee}]` : `${work.title} [Letter to ${addressee}]`;
  return work.type?.toLowerCase() === "speech" ? `${work.title} [Speech]` : work.title;
}

function apaNames(names: readonly Name[]): string {
  const list = names.map(initialName);
  if (list.length > MOST_AUTHORS)
    return `${list.slice(0, MOST_AUTHORS - 1).join(", ")}, . . . ${list.at(-1) ?? ""}`;
  if (list.length === 2)
    return `${list[0] ?? ""}${names[0]?.kind === "person" ? "," : ""} & ${list[1] ?? ""}`;
  return joinSerial(list, "&");
}
