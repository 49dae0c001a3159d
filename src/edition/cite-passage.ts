import { formatDate } from "./format-date.js";
import { describeLevels, schemeOf } from "./levels.js";
import type { Passage } from "./passage.js";
import { describeTranslation, translationOf } from "./translation.js";
import { joinNames, voiceOf } from "./voice-of.js";
import type { Witness, Work } from "./work.js";

/**
 * The one-line citation that stands under a quote: work, place, edition, address; nothing that work.yaml
 * does not say. The place of an editor's words names their layer, so that the line cannot be read as
 * ascribing them to the author.
 */
export function citePassage(work: Work, witness: Witness, passage: Passage, path: string): string {
  const edition = [witness.publisher ?? witness.editor, witness.title].filter((part) => part !== undefined);
  const translation = translationOf(work, witness);
  const parts = [
    describeWork(work),
    placeOf(work, passage, path),
    speakerOf(work, witness, passage),
    edition.length > 0 ? edition.join(", ") : `edition "${witness.siglum}"`,
    translation && describeTranslation(translation),
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

function placeOf(work: Work, passage: Passage, path: string): string {
  if (passage.layer === "note") return `editor's note ${passage.label ?? path.replace(/^note\./, "")}`;
  if (passage.layer !== "text") return `${passage.kind} (editorial, ${path})`;
  return placeInText(work.levels, passage, path);
}

/** "par. 3, sentence 1", "opener"; by the names of its levels where the work has others: "act 3, scene 1, line 56". */
export function placeInText(
  levels: readonly string[] | undefined,
  { kind }: Pick<Passage, "kind">,
  path: string,
  par = "par.",
): string {
  if (levels === undefined && kind !== "paragraph") return kind;
  return describeLevels(schemeOf(levels), path).replace(/\bparagraph(?= \d)/, par);
}

/** A voice of its own inside the author's text: the author wrote it, and it is not the author who speaks. */
function speakerOf(work: Work, witness: Witness, passage: Passage): string | undefined {
  const voice = voiceOf(work, witness, passage);
  return passage.layer === "text" && voice !== joinNames(work.authors) ? `words of ${voice}` : undefined;
}
