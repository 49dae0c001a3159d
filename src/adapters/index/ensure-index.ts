import { stat } from "node:fs/promises";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import type { Embedder } from "../../retrieval/embedder.js";
import { corpusHash, encodeUnits } from "../../retrieval/encode-units.js";
import type { SearchIndex } from "../../retrieval/token-store.js";
import type { Unit } from "../../retrieval/unit.js";
import { buildIndex } from "./build-index.js";
import { earlierFolders, isBeingBuilt, removeEarlier, removeOlder } from "./index-folders.js";
import { indexInMemory } from "./index-in-memory.js";
import type { IndexParts } from "./index-view.js";
import { indexName } from "./manifest.js";
import { type OpenedIndex, openIndex } from "./open-index.js";

export interface EnsureOptions {
  readonly corpusDir: string;
  readonly dataDir: string;
  /** Builds it even where a whole one lies there, and takes nothing over. */
  readonly force?: boolean;
  /** Checks every record of the one that lies there, however large it is. */
  readonly thorough?: boolean;
  /** The index that this process opened of an earlier state of the corpus. */
  readonly before?: IndexParts | undefined;
  /** Passages done and in all, while the index is being built. */
  readonly onProgress: (done: number, total: number) => void;
  readonly onWarning: (message: string) => void;
}

export interface EnsuredIndex {
  readonly index: SearchIndex;
  readonly engine: IndexParts["engine"];
  readonly folder: string;
  /** Whether it was built just now. */
  readonly built: boolean;
  /** Whether it lies on disk; it does not where the data folder cannot be written to. */
  readonly kept: boolean;
  /** What the next state of the corpus may be built on. */
  readonly parts: IndexParts | undefined;
}

/** Without a disk, more passages than this (some 120 MB) are refused rather than held in memory. */
const MOST_IN_MEMORY = 2_000;

/**
 * Opens the index of just these units under just this model, or builds it from what earlier ones have of it. A
 * damaged one is built again, with a word about it; where it cannot be kept (disk full, read-only) a small one serves
 * from memory, with a word about it.
 * @throws QuothError `index-unwritable` where a large one cannot be kept.
 */
export async function ensureIndex(
  units: readonly Unit[],
  embedder: Embedder,
  options: EnsureOptions,
): Promise<EnsuredIndex> {
  const { dataDir, onProgress } = options;
  const corpus = corpusHash(units);
  const { prefix, name } = indexName(path.resolve(options.corpusDir), corpus, embedder.model);
  const folder = path.join(dataDir, name);
  const describe = (index: OpenedIndex, built: boolean): EnsuredIndex => {
    const { engine, parts } = index;
    return { index, engine, folder, built, kept: true, parts };
  };
  let damaged = false;
  if (!options.force && (await exists(folder))) {
    try {
      const index = await openIndex(folder, corpus, embedder.model, options.thorough);
      await removeOlder(dataDir, prefix, name);
      return describe(index, false);
    } catch (error) {
      if (!(error instanceof QuothError)) throw error;
      damaged = true;
      options.onWarning(`${error.message} Building it again.`);
    }
  }
  const sources = options.force ? [] : await earlierFolders(dataDir, prefix);
  const opened = options.force || options.before ? undefined : await openWhole(sources, embedder, folder);
  try {
    const before = options.force ? undefined : (options.before ?? opened?.parts);
    const index = await buildIndex(folder, units, embedder, {
      sources,
      before,
      distrust: damaged,
      onProgress,
    });
    await removeEarlier(dataDir, prefix, name);
    return describe(index, true);
  } catch (cause) {
    if (!isOfFileSystem(cause)) throw cause;
    return await serveFromMemory(units, embedder, options, folder, cause);
  } finally {
    await opened?.close();
  }
}

/** The newest of these folders that is whole, for its graphs; none of `target`, which was found wanting. */
async function openWhole(
  sources: readonly string[],
  { model }: Embedder,
  target: string,
): Promise<OpenedIndex | undefined> {
  for (const folder of sources) {
    if (folder === target || folder.endsWith(".tmp") || isBeingBuilt(path.basename(folder))) continue;
    const opened = await openIndex(folder, undefined, model).catch(() => undefined);
    if (opened) return opened;
  }
  return undefined;
}

async function serveFromMemory(
  units: readonly Unit[],
  embedder: Embedder,
  { dataDir, onProgress, onWarning }: EnsureOptions,
  folder: string,
  cause: Error,
): Promise<EnsuredIndex> {
  if (units.length > MOST_IN_MEMORY) {
    throw new QuothError(
      "index-unwritable",
      `The index could not be kept in ${dataDir} (${cause.message}).`,
      {
        remedy: "Make room there, or name another folder with --data DIR.",
        cause,
      },
    );
  }
  onWarning(
    `The index could not be kept in ${dataDir} (${cause.message}); this run searches it from memory.`,
  );
  const encoded = await encodeUnits(units, embedder, () => undefined, onProgress);
  return {
    index: indexInMemory(units, encoded, embedder.model.dimensions),
    engine: "exact",
    folder,
    built: true,
    kept: false,
    parts: undefined,
  };
}

/** Errors of the file system have a code and are no QuothError. */
function isOfFileSystem(error: unknown): error is Error {
  return error instanceof Error && !(error instanceof QuothError) && "code" in error;
}

async function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
