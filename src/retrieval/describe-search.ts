import type { Answer } from "./answer.js";
import type { SearchReach } from "./search-reach.js";
import type { Searcher } from "./searcher.js";

/** What was searched for words that occur nowhere. */
export function describeSearch(
  words: readonly string[],
  { units }: Searcher,
  { allowed, editions }: SearchReach,
): NonNullable<Answer["searched"]> {
  const searched = units.filter(allowed);
  const works = new Set(searched.map((unit) => unit.work));
  return {
    words: [...words],
    works: [...works].map((work) => work.id),
    witnesses: editions
      .filter(({ work }) => works.has(work))
      .map(({ work, witness: { siglum } }) => (works.size > 1 ? `${work.id}@${siglum}` : siglum)),
    layers: [...new Set(searched.map((unit) => unit.passage.layer))],
  };
}
