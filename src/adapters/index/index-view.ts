import { unitHash } from "../../retrieval/encode-units.js";
import type { SearchIndex } from "../../retrieval/token-store.js";
import type { Unit } from "../../retrieval/unit.js";
import type { VectorIndex } from "../../retrieval/vector-index.js";
import type { HnswGraph } from "../hnsw/create-hnsw-index.js";
import { createEntryPool } from "./entry-pool.js";
import type { UnitEntry } from "./manifest.js";
import type { RecordReader } from "./record-reader.js";
import { idsByLabel, relabel } from "./relabel.js";

/** What lies in an index folder, opened; vectors go by labels here, not yet by the units of a corpus. */
export type IndexParts = {
  readonly table: readonly UnitEntry[];
  readonly nextLabels: { readonly passages: number; readonly sentences: number };
  readonly dimensions: number;
  readonly records: RecordReader;
  readonly pieceCounts: ReadonlyMap<number, number>;
} & (
  | { readonly engine: "hnsw"; readonly passages: HnswGraph; readonly sentences: HnswGraph }
  | { readonly engine: "exact"; readonly passages: VectorIndex; readonly sentences: VectorIndex }
);

export interface IndexView extends SearchIndex {
  /** Units that can be found; the others are not in the index yet. */
  readonly known: number;
}

export interface PartialView extends IndexView {
  /** Texts that the index lacks and that have to be embedded, each counted once. */
  readonly missing: number;
}

/** A unit of the corpus with its entry, or only the number of its sentences where the index lacks it. */
export type ViewedUnit = UnitEntry | { readonly sentences: number };

/** The same for units that the folder may lack. */
export function viewUnits(parts: IndexParts, units: readonly Unit[]): PartialView {
  const pool = createEntryPool(parts.table);
  const embedded = new Set(parts.table.map(({ content }) => content));
  const missing = new Set<string>();
  const viewed = units.map((unit) => {
    const content = unitHash(unit);
    if (!embedded.has(content)) missing.add(content);
    return pool.take(content) ?? { sentences: unit.sentences.length };
  });
  return { ...indexView(parts, viewed), missing: missing.size };
}

/** The index of just these units, in their order, over what the folder holds. */
export function indexView(parts: IndexParts, units: readonly ViewedUnit[]): IndexView {
  const passages: [number, number][] = [];
  const sentences: [number, number][] = [];
  let first = 0;
  units.forEach((unit, at) => {
    if ("content" in unit) {
      passages.push([unit.passageLabel, at]);
      for (let i = 0; i < unit.sentences; i += 1) sentences.push([unit.sentenceLabel + i, first + i]);
    }
    first += unit.sentences;
  });
  const { nextLabels, records, pieceCounts } = parts;
  // Of a graph only what is live is found.
  const all = passages.length === parts.table.length;
  return {
    known: passages.length,
    passages: relabel(parts.passages, idsByLabel(passages, nextLabels.passages), units.length, all),
    sentences: relabel(parts.sentences, idsByLabel(sentences, nextLabels.sentences), first, all),
    tokens: {
      pieceCounts,
      read: (wanted) =>
        Promise.all(
          wanted.map(async (at) => {
            const unit = units[at];
            if (!unit || !("content" in unit)) return [];
            return (await records.read(unit, unit.content)).sentences;
          }),
        ),
    },
    close: () => {
      records.close();
      return Promise.resolve();
    },
  };
}
