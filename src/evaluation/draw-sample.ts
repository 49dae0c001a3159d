import { seededRandom } from "./seeded-random.js";

/** `count` different items (all, where there are fewer), in the order in which they stood; the seed decides which. */
export function drawSample<T>(items: readonly T[], count: number, seed: number): readonly T[] {
  if (count >= items.length) return items;
  const random = seededRandom(seed);
  const places = [...items.keys()];
  // The first `count` steps of a Fisher–Yates shuffle.
  for (let i = 0; i < count; i += 1) {
    const j = i + Math.floor(random() * (places.length - i));
    [places[i], places[j]] = [places[j] as number, places[i] as number];
  }
  return places
    .slice(0, count)
    .sort((a, b) => a - b)
    .map((at) => items[at] as T);
}
