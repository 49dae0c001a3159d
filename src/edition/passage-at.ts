import type { Passage } from "./passage.js";

/** Of passages in file order, which never overlap, the one that holds `offset`; undefined between two of them. */
export function passageAt(passages: readonly Passage[], offset: number): Passage | undefined {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle] as Passage).end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = passages[low];
  return found && found.start <= offset ? found : undefined;
}
