import type { Work } from "../edition/work.js";
import { type LookUpOptions, readReference } from "../retrieval/look-up.js";
import { pickVoices } from "./pick-voices.js";
import { checkWitness, pickWorks } from "./pick-works.js";
import type { Scope } from "./quoth.js";

/** A scope with its works and voices found. */
export interface Narrowed extends LookUpOptions {
  readonly voices?: readonly string[];
}

/**
 * The scope as look-ups and questions take it, and the works in it.
 * @param asked the question or reference; it may name a work.
 * @throws QuothError `unknown-work`, `unknown-author` and their kin where the scope names what is not loaded.
 */
export function narrowScope(works: readonly Work[], scope: Scope, asked?: string): Narrowed {
  const chosen = worksInScope(works, scope, asked);
  const { witness, layers, limit } = scope;
  const voices = pickVoices(chosen, scope.voice);
  return {
    works: chosen,
    ...(witness === undefined ? {} : { witness }),
    ...(layers === undefined ? {} : { layers }),
    ...(limit === undefined ? {} : { limit }),
    ...(voices === undefined ? {} : { voices }),
  };
}

/** The works in a scope; the preferred one where nothing chooses among them. */
export function worksInScope(works: readonly Work[], scope: Scope, asked?: string): readonly Work[] {
  return checkWitness(preferredWorks(pickWorks(works, scope), scope, asked), scope.witness);
}

/**
 * The work that is meant where none is named: not where the scope chooses among works, nor where what was asked is a
 * reference into another.
 */
function preferredWorks(
  works: readonly Work[],
  { prefer, work, author, before, after, voice }: Scope,
  asked: string | undefined,
): readonly Work[] {
  if ([work, author, before, after, voice].some((chosen) => chosen !== undefined)) return works;
  const named = asked === undefined ? undefined : readReference(asked, works)?.work?.toLowerCase();
  if (works.some(({ id }) => id.toLowerCase() === named)) return works;
  const meant = works.filter(({ id }) => id.toLowerCase() === prefer?.toLowerCase());
  return meant.length > 0 ? meant : works;
}
