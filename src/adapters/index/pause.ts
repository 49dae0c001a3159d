/** Work that nobody waits for may hold the event loop this long, milliseconds; a question takes as long anyway. */
const LONGEST_HOLD = 8;

let last = 0;

/** Lets others have their turn, where it is time to. */
export async function pause(): Promise<void> {
  if (performance.now() - last < LONGEST_HOLD) return;
  await new Promise((resolve) => setImmediate(resolve));
  last = performance.now();
}
