import type { Passage } from "./passage.js";
import type { Witness, Work } from "./work.js";

/** Whose words a passage is: the author's for the text, else the edition's editor, unless work.yaml names another. */
export function voiceOf(work: Work, witness: Witness, passage: Passage): string {
  const named = witness.voices?.[passage.path];
  if (named !== undefined) return named;
  if (passage.layer === "text") return joinNames(work.authors);
  return witness.editor ?? witness.publisher ?? witness.title ?? `the editor of "${witness.siglum}"`;
}

/** "A", "A and B", "A, B and C". */
export function joinNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
