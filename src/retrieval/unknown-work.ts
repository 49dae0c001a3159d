import { QuothError } from "../edition/quoth-error.js";
import type { Work } from "../edition/work.js";
import { editDistance } from "./edit-distance.js";
import { nameSome } from "./name-some.js";

/** Ids this far from what was typed are no likely slip. */
const MOST_SLIPS = 3;

/** The error of a work that is not loaded, with the one that was perhaps meant. */
export function unknownWork(id: string, works: readonly Work[]): QuothError {
  const nearest = nearestId(id, works);
  const loaded = `These are loaded: ${nameSome(works.map((work) => work.id))}.`;
  return new QuothError("unknown-work", `There is no work "${id}" here.`, {
    remedy: nearest === undefined ? loaded : `Did you mean ${nearest}? ${loaded}`,
  });
}

/** The id with the fewest slips, or the only one that begins so or whose title holds the words. */
function nearestId(typed: string, works: readonly Work[]): string | undefined {
  const plain = typed.toLowerCase();
  const most = Math.min(MOST_SLIPS, Math.floor(plain.length / 3));
  const slips = works
    .map(({ id }) => ({ id, distance: editDistance(plain, id.toLowerCase(), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance);
  if (slips[0]) return slips[0].id;
  const alike = works.filter(
    ({ id, title }) => id.toLowerCase().startsWith(plain) || title.toLowerCase().includes(plain),
  );
  return alike.length === 1 ? alike[0]?.id : undefined;
}
