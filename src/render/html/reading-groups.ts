import type { ApparatusEntry } from "../../edition/apparatus/apparatus.js";
import type { Work } from "../../edition/work.js";

/** The editions of a work that read alike at one place, as columns; at least two groups. */
export type ReadingGroups = readonly (readonly number[])[];

/** Classes for entries by how they divide the editions: those that divide them alike share one. */
export interface GroupClasses {
  /** "q1", by the entry's index in the apparatus. */
  readonly classOf: ReadonlyMap<number, string>;
  readonly groupsOf: ReadonlyMap<string, ReadingGroups>;
}

/**
 * Names the ways in which entries divide the editions, so that a style sheet can keep quiet about a difference while
 * all editions that are shown read alike.
 */
export function groupClasses(
  { witnesses }: Work,
  entries: readonly ApparatusEntry[],
  indexes: Iterable<number>,
): GroupClasses {
  const columnOf = new Map(witnesses.map(({ siglum }, column) => [siglum, column]));
  const classOf = new Map<number, string>();
  const named = new Map<string, string>();
  const groupsOf = new Map<string, ReadingGroups>();
  for (const index of indexes) {
    const entry = entries[index];
    if (!entry) continue;
    const sigla = [entry.lemma.witnesses, ...entry.readings.map((reading) => reading.witnesses)];
    const groups = sigla
      .map((group) => group.map((siglum) => columnOf.get(siglum) ?? -1).sort((a, b) => a - b))
      .filter((group) => group.length > 0);
    const key = groups.map((group) => group.join()).join(" ");
    const name = named.get(key) ?? `q${named.size + 1}`;
    named.set(key, name);
    groupsOf.set(name, groups);
    classOf.set(index, name);
  }
  return { classOf, groupsOf };
}
