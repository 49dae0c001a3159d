import { QuothError } from "../edition/quoth-error.js";
import { parseReference } from "../edition/reference.js";
import type { Work } from "../edition/work.js";

/** The works that a scope names: all, or the one with this id. Throws `unknown-work`. */
export function pickWorks(works: readonly Work[], id: string | undefined): readonly Work[] {
  if (id === undefined) return works;
  const found = works.filter((work) => work.id.toLowerCase() === id.toLowerCase());
  if (found.length > 0) return found;
  throw new QuothError("unknown-work", `There is no work "${id}" here.`, {
    remedy: `These are loaded: ${works.map((work) => work.id).join(", ")}.`,
  });
}

/** The works, where one of them has the edition. Throws `unknown-witness`. */
export function checkWitness(works: readonly Work[], siglum: string | undefined): readonly Work[] {
  if (siglum === undefined || works.some((work) => work.witnesses.some((one) => one.siglum === siglum)))
    return works;
  const sigla = works.flatMap((work) => work.witnesses.map((one) => one.siglum));
  throw new QuothError("unknown-witness", `There is no edition "${siglum}" here.`, {
    remedy: `These are loaded: ${[...new Set(sigla)].join(", ")}.`,
  });
}

/** The work that a comparison is about: the one named in the reference, or the only one. */
export function oneWork(works: readonly Work[], reference: string | undefined): Work {
  const named = reference === undefined ? undefined : parseReference(reference)?.work;
  const [work, ...more] = named === undefined ? works : pickWorks(works, named);
  if (work && more.length === 0) return work;
  throw new QuothError("usage", "Several works are loaded, and none of them is named.", {
    remedy: `Name one with --work: ${works.map((one) => one.id).join(", ")}.`,
  });
}

/** The editions of a work that a scope names. */
export function witnessesOf(work: Work, siglum: string | undefined): Work["witnesses"][number][] {
  return work.witnesses.filter((witness) => siglum === undefined || witness.siglum === siglum);
}
