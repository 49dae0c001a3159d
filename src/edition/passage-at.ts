import type { Passage } from "./passage.js";

/**
 * Of passages in file order the one that holds `offset`: of a note that stands in its own sign and the passage around
 * it, the note; undefined between two of them.
 */
export function passageAt(passages: readonly Passage[], offset: number): Passage | undefined {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle] as Passage).start <= offset) low = middle + 1;
    else high = middle;
  }
  // Behind the notes in a passage it may go on.
  for (let at = low - 1; at >= 0; at -= 1) {
    const passage = passages[at] as Passage;
    if (offset < passage.end) return passage;
    if (passage.layer !== "note") return undefined;
  }
  return undefined;
}
