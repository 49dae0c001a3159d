import type { Passage } from "./passage.js";

/** Of passages in file order the notes that stand inside another one, in the sign that points at them. */
export function notesWithin(passages: readonly Passage[]): ReadonlySet<Passage> {
  const within = new Set<Passage>();
  let around: Passage | undefined;
  for (const passage of passages) {
    if (around && passage.layer === "note" && passage.end <= around.end && isInSign(passage, around))
      within.add(passage);
    else around = passage;
  }
  return within;
}

function isInSign(passage: Passage, around: Passage): boolean {
  return around.markers.some((sign) => sign.start <= passage.start && passage.end <= sign.end);
}
