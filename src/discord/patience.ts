/** How much of a time that begins now is left, in milliseconds; never less than none. */
export function startPatience(milliseconds: number): () => number {
  const began = performance.now();
  return () => Math.max(0, milliseconds - (performance.now() - began));
}
