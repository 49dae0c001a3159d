import { alignWitnesses } from "../align-witnesses.js";
import type { Passage } from "../passage.js";
import type { Witness, Work } from "../work.js";
import { schemeOf } from "../levels.js";
import { carryReferences } from "./carry-references.js";

/**
 * A work that was read anew, under the references that it had before: each witness carries its own, the first
 * counts for the others where they have something new.
 */
export function renumberWork(old: Work, fresh: Work): Work {
  const before = (witness: Witness): Witness | undefined =>
    old.witnesses.find((one) => one.siglum.toLowerCase() === witness.siglum.toLowerCase());
  const [first, ...others] = fresh.witnesses;
  const carry = (witness: Witness): readonly Passage[] => {
    const known = before(witness);
    if (!known) return witness.passages;
    // Lines are numbered through their divisions, whatever passages hold them.
    return schemeOf(fresh.levels).runsOn
      ? alignWitnesses(known, witness, fresh.levels)
      : carryReferences(known, witness);
  };
  const base = { ...first, passages: carry(first) };
  return {
    ...fresh,
    witnesses: [
      base,
      ...others.map((witness) => {
        const aligned = { ...witness, passages: alignWitnesses(base, witness, fresh.levels) };
        return { ...witness, passages: carry(aligned) };
      }),
    ],
  };
}

/** What became of a work's references: in both, only in the new reading, only in the old one. */
export function compareReferences(
  old: Work | undefined,
  fresh: Work,
): { readonly kept: number; readonly added: readonly string[]; readonly removed: readonly string[] } {
  const [was, is] = [referencesOf(old), referencesOf(fresh)];
  return {
    kept: [...is].filter((one) => was.has(one)).length,
    added: [...is].filter((one) => !was.has(one)),
    removed: [...was].filter((one) => !is.has(one)),
  };
}

function referencesOf(work: Work | undefined): ReadonlySet<string> {
  return new Set(work?.witnesses.flatMap((witness) => witness.passages.map((one) => one.path)) ?? []);
}
