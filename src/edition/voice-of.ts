import type { Passage } from "./passage.js";
import type { Witness, Work } from "./work.js";

/**
 * Whose words a passage is: whom work.yaml names, else whom the source names (a speaker, the writer of an enclosed
 * letter), else the author for the text and the edition's editor for the rest.
 */
export function voiceOf(work: Work, witness: Witness, passage: Passage): string {
  const named = witness.voices?.[passage.path];
  if (named !== undefined) return named;
  if (passage.voice !== undefined) return passage.voice;
  if (passage.layer === "text") return joinNames(work.authors);
  return witness.editor ?? witness.publisher ?? witness.title ?? `the editor of "${witness.siglum}"`;
}

/** "A", "A and B", "A, B and C". */
export function joinNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
