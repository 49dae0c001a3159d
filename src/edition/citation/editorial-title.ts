import type { CitationSource } from "./citation-source.js";
import { formatName, joinSerial } from "./format-name.js";
import { placeTitle } from "./place.js";

/** How an editor's passage is entered where there is one field for a title: "Note A to John F. Kennedy, Letter to …". */
export function editorialTitle({ work, authors, place }: CitationSource): string {
  return `${placeTitle(place)} to ${joinSerial(authors.map(formatName))}, ${work.title}`;
}
