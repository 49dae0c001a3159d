import { QuothError } from "../../edition/quoth-error.js";
import { parseReference } from "../../edition/reference.js";
import { type Located, resolvePath } from "../../edition/resolve-path.js";
import type { Witness, Work } from "../../edition/work.js";
import type { Place } from "./conversation-state.js";

export interface ResolvedPlace {
  readonly work: Work;
  readonly witness: Witness;
  readonly first: Located;
  readonly last: Located;
}

/**
 * Where a place of the state stands in the works as they are now.
 * @throws QuothError `not-found` where they no longer have it (or never did: a state may be forged).
 */
export function resolvePlace(works: readonly Work[], place: Place): ResolvedPlace {
  const work = works.find(({ id }) => id === place.work);
  const witness = work?.witnesses.find(({ siglum }) => siglum === place.witness);
  const [first, last] = [place.paths[0], place.paths.at(-1)].map((path) => locate(witness, path));
  const found = first?.[0];
  const final = last?.at(-1);
  if (work && witness && found && final && found.passage.layer === place.layer) {
    return { work, witness, first: found, last: final };
  }
  throw new QuothError("not-found", "The passage that was shown last is not here any more.", {
    remedy: "Ask again, or name a passage such as 3.1.",
  });
}

function locate(witness: Witness | undefined, path: string | undefined): readonly Located[] {
  const reference = path === undefined ? undefined : parseReference(path);
  return witness && reference ? resolvePath(witness, reference) : [];
}
