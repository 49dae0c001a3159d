import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import type { Embedder, EncodedPassage } from "../../retrieval/embedder.js";
import { corpusHash, encodeUnits, unitHash } from "../../retrieval/encode-units.js";
import type { SearchIndex } from "../../retrieval/token-store.js";
import type { Unit } from "../../retrieval/unit.js";
import { createExactIndex } from "../exact/create-exact-index.js";
import { indexName } from "./manifest.js";
import { memoryTokens, type OpenedIndex, openIndex } from "./open-index.js";
import { packTokens, packVectors } from "./pack.js";
import { isBeingBuilt, writeIndex } from "./write-index.js";

export interface EnsureOptions {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly force?: boolean;
  /** Passages done and in all, while the index is being built. */
  readonly onProgress: (done: number, total: number) => void;
  readonly onWarning: (message: string) => void;
}

export interface EnsuredIndex {
  readonly index: SearchIndex;
  readonly engine: OpenedIndex["engine"];
  readonly folder: string;
  /** Whether it was built just now. */
  readonly built: boolean;
  /** Whether it lies on disk; it does not where the data folder cannot be written to. */
  readonly kept: boolean;
}

/**
 * Opens the index of just these units under just this model, or builds it. A damaged one is built again, with
 * a word about it; where it cannot be kept (disk full, read-only) it serves from memory, with a word about it.
 */
export async function ensureIndex(
  units: readonly Unit[],
  embedder: Embedder,
  options: EnsureOptions,
): Promise<EnsuredIndex> {
  const corpus = corpusHash(units);
  const { prefix, name } = indexName(path.resolve(options.corpusDir), corpus, embedder.model);
  const folder = path.join(options.dataDir, name);
  if (!options.force && (await exists(folder))) {
    try {
      const index = await openIndex(folder, corpus, embedder.model);
      return { index, engine: index.engine, folder, built: false, kept: true };
    } catch (error) {
      if (!(error instanceof QuothError)) throw error;
      options.onWarning(`${error.message} Building it again.`);
    }
  }
  const encoded = await encodeUnits(units, embedder, () => undefined, options.onProgress);
  try {
    await writeIndex(folder, corpus, embedder.model, units.map(unitHash), encoded);
    await removeOthers(options.dataDir, prefix, name);
    const index = await openIndex(folder, corpus, embedder.model);
    return { index, engine: index.engine, folder, built: true, kept: true };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    options.onWarning(
      `The index could not be kept in ${options.dataDir} (${why}); this run searches it from memory.`,
    );
    return {
      index: indexInMemory(units, encoded, embedder.model.dimensions),
      engine: "exact",
      folder,
      built: true,
      kept: false,
    };
  }
}

/** Earlier indexes of the same corpus folder, and what a killed build left; not what another is building now. */
async function removeOthers(dataDir: string, prefix: string, keep: string): Promise<void> {
  const entries = await readdir(dataDir);
  const stale = entries.filter((entry) => entry.startsWith(prefix) && entry !== keep && !isBeingBuilt(entry));
  await Promise.all(stale.map((entry) => rm(path.join(dataDir, entry), { recursive: true, force: true })));
}

/** An index that lies nowhere but in memory, searched exactly. */
export function indexInMemory(
  units: readonly Unit[],
  encoded: readonly EncodedPassage[],
  dimensions: number,
): SearchIndex {
  const sentenceVectors = packVectors(
    encoded.flatMap((unit) => unit.sentences.map((s) => s.pooled)),
    dimensions,
  );
  const table = encoded.map((unit, at) => ({
    hash: unitHash(units[at] as Unit),
    pieces: unit.sentences.map((sentence) => sentence.pieces.length),
  }));
  return {
    passages: createExactIndex(
      packVectors(
        encoded.map((unit) => unit.pooled),
        dimensions,
      ),
      dimensions,
    ),
    sentences: createExactIndex(sentenceVectors, dimensions),
    sentenceVector: (id) => sentenceVectors.subarray(id * dimensions, (id + 1) * dimensions),
    tokens: memoryTokens(Buffer.concat(encoded.map(packTokens)), table, dimensions),
    close: () => Promise.resolve(),
  };
}

async function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
