import type { UnitEntry } from "./manifest.js";

/** Entries of an index by their content, to be handed out each once: the same words may stand in several places. */
export interface EntryPool {
  take(content: string): UnitEntry | undefined;
  /** Those that nobody took. */
  rest(): readonly UnitEntry[];
}

export function createEntryPool(entries: readonly UnitEntry[]): EntryPool {
  const left = new Map<string, UnitEntry[]>();
  for (const entry of entries) {
    const same = left.get(entry.content);
    if (same) same.push(entry);
    else left.set(entry.content, [entry]);
  }
  return {
    take: (content) => left.get(content)?.shift(),
    rest: () => [...left.values()].flat(),
  };
}
