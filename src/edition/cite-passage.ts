import { formatDate } from "./format-date.js";
import type { Passage } from "./passage.js";
import { joinNames } from "./voice-of.js";
import type { Witness, Work } from "./work.js";

/**
 * The one-line citation that stands under a quote: work, place, edition, address; nothing that work.yaml
 * does not say. The place of an editor's words names their layer, so that the line cannot be read as
 * ascribing them to the author.
 */
export function citePassage(work: Work, witness: Witness, passage: Passage, path: string): string {
  const edition = [witness.publisher ?? witness.editor, witness.title].filter((part) => part !== undefined);
  const parts = [
    describeWork(work),
    placeOf(passage, path),
    edition.length > 0 ? edition.join(", ") : `edition "${witness.siglum}"`,
    witness.translator === undefined ? undefined : `translated by ${witness.translator}`,
    witness.url,
  ];
  return `${parts.filter((part) => part !== undefined).join(", ")}.`.replace(/\.\.$/, ".");
}

/** "John F. Kennedy to N. S. Khrushchev, April 18, 1961" for a letter, else author, title and date. */
export function describeWork(work: Work): string {
  const authors = joinNames(work.authors);
  const date = work.date === undefined ? "" : `, ${formatDate(work.date)}`;
  if (work.type === "letter" && work.addressee !== undefined) return `${authors} to ${work.addressee}${date}`;
  return `${authors}, “${work.title}”${date}`;
}

function placeOf(passage: Passage, path: string): string {
  if (passage.layer === "note") return `editor's note ${passage.label ?? path.replace(/^note\./, "")}`;
  if (passage.layer !== "text") return `${passage.kind} (editorial, ${path})`;
  if (passage.kind !== "paragraph") return passage.kind;
  const sentences = path.slice(passage.path.length + 1);
  if (!path.startsWith(`${passage.path}.`)) return `par. ${passage.path}`;
  return `par. ${passage.path}, sentence${sentences.includes("-") ? "s" : ""} ${sentences.replace("-", "–")}`;
}
