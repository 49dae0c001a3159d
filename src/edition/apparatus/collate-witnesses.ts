import { isSameLanguage } from "../language.js";
import { schemeOf } from "../levels.js";
import type { Witness, Work } from "../work.js";
import { type AlignedEdition, alignEditions } from "./align-editions.js";
import { mergeDivisions } from "./merge-divisions.js";

/** A work's witnesses held against its first one: what the apparatus is made of. */
export interface Collation {
  readonly work: string;
  /** The first witness; where lines run on through a division, its speeches (or stanzas) are one passage. */
  readonly base: Witness;
  /** Those in the base's language: a translation is no witness to the words. */
  readonly editions: readonly AlignedEdition[];
}

/** @param only the siglum of the one witness to hold against the base; that of the base means all. */
export function collateWitnesses({ id, levels, witnesses }: Work, only?: string): Collation {
  const [base, ...rest] = witnesses;
  const others = rest.filter(
    ({ siglum, language }) =>
      isSameLanguage(base.language, language) &&
      (only === undefined || siglum === only || only === base.siglum),
  );
  const comparable = schemeOf(levels).runsOn
    ? (witness: Witness): Witness => ({ ...witness, passages: mergeDivisions(witness.passages) })
    : (witness: Witness): Witness => witness;
  const first = comparable(base);
  return {
    work: id,
    base: first,
    editions: others.map((witness) => alignEditions(first, comparable(witness))),
  };
}
