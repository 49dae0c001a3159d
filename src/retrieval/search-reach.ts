import type { AskOptions } from "./ask-options.js";
import type { ModelIdentity } from "./embedder.js";
import type { Edition } from "./find-topic.js";
import { isAllowed } from "./is-allowed.js";
import type { Searcher } from "./searcher.js";
import { servesLanguage } from "./serves-language.js";
import type { Unit } from "./unit.js";

/** What may be searched for a question, and quoted. */
export interface SearchReach {
  /** Whether a unit is in scope, and the model serves its language. */
  readonly allowed: (unit: Unit) => boolean;
  /** Languages in scope that the model cannot search. */
  readonly unserved: readonly string[];
  /** The editions in scope that the model serves. */
  readonly editions: readonly Edition[];
}

/** How far the search for a question reaches. */
export function searchReach({ embedder: { model }, units }: Searcher, options: AskOptions): SearchReach {
  const served = (unit: Unit): boolean => servesLanguage(model, unit.witness.language);
  const within = (unit: Unit): boolean => isAllowed(unit, options);
  const left = units.filter((unit) => !served(unit) && within(unit));
  return {
    allowed: (unit) => served(unit) && within(unit),
    unserved: [...new Set(left.map(({ witness }) => witness.language))],
    editions: editionsIn(options, model),
  };
}

function editionsIn({ works, witness: siglum }: AskOptions, model: ModelIdentity): readonly Edition[] {
  return works.flatMap((work) =>
    work.witnesses
      .filter((one) => (siglum === undefined || one.siglum === siglum) && servesLanguage(model, one.language))
      .map((witness) => ({ work, witness })),
  );
}
