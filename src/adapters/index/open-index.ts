import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import type { ModelIdentity } from "../../retrieval/embedder.js";
import { hashFile } from "../files/hash-file.js";
import { openHnswGraph } from "../hnsw/create-hnsw-index.js";
import { loadHnswlib } from "../hnsw/load-hnswlib.js";
import { exactFromRecords } from "./exact-from-records.js";
import { type IndexParts, indexView, type IndexView } from "./index-view.js";
import {
  FILES,
  FORMAT_VERSION,
  MANIFEST_FILE,
  type Manifest,
  manifestSchema,
  pieceTableSchema,
  readUnitTable,
} from "./manifest.js";
import { pause } from "./pause.js";
import { modelKey } from "./record.js";
import { CACHE_BYTES, openRecords } from "./record-reader.js";

/** An index that was opened, with what `doctor` and the next change want to know of it. */
export interface OpenedIndex extends IndexView {
  readonly manifest: Manifest;
  readonly parts: IndexParts;
  /** "hnsw", or "exact" where the native module is missing. */
  readonly engine: IndexParts["engine"];
}

/**
 * Opens an index folder after checking it against its manifest, and the manifest against the corpus and the model
 * that are in use. Everything is hashed but the records of a large index: those are, each, when they are read.
 * @param thorough reads and checks every record, however many there are.
 * @throws QuothError `index-damaged` for anything missing, cut off, changed, or made for something else.
 */
export async function openIndex(
  folder: string,
  corpus: string | undefined,
  model: ModelIdentity,
  thorough = false,
): Promise<OpenedIndex> {
  try {
    const manifest = manifestSchema.parse(
      JSON.parse(await readFile(path.join(folder, MANIFEST_FILE), "utf8")),
    );
    if (corpus !== undefined && manifest.corpus !== corpus) throw new Error("it was made for another corpus");
    if (manifest.model.id !== model.id || manifest.model.sha256 !== model.sha256)
      throw new Error("it was made with another model");
    const read = await checkFiles(folder, manifest);
    const parts = await openParts(folder, manifest, read);
    const view = indexView(parts, parts.table);
    if (thorough || manifest.segments.reduce((sum, { bytes }) => sum + bytes, 0) <= CACHE_BYTES)
      await readAll(parts).catch((error: unknown) => {
        parts.records.close();
        throw error;
      });
    return { ...view, manifest, parts, engine: parts.engine };
  } catch (cause) {
    if (cause instanceof QuothError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new QuothError(
      "index-damaged",
      `The index ${path.basename(folder)} cannot be used: ${why.split("\n")[0] ?? ""}.`,
      {
        remedy: "Build it again: quoth build --force",
        cause,
      },
    );
  }
}

/** Holds every file to its size and hash. @returns the text of one that the manifest vouches for. */
async function checkFiles(folder: string, manifest: Manifest): Promise<(name: string) => Promise<string>> {
  await Promise.all([
    ...Object.entries(manifest.files).map(async ([name, { bytes, sha256 }]) => {
      const file = path.join(folder, name);
      await checkSize(file, bytes);
      if ((await hashFile(file)) !== sha256) throw new Error(`${name} has changed`);
    }),
    ...manifest.segments.map(({ name, bytes }) => checkSize(path.join(folder, name), bytes)),
  ]);
  return async (name) => {
    vouched(manifest, name);
    return readFile(path.join(folder, name), "utf8");
  };
}

async function checkSize(file: string, bytes: number): Promise<void> {
  if ((await stat(file)).size !== bytes) throw new Error(`${path.basename(file)} is not ${bytes} bytes long`);
}

function vouched(manifest: Manifest, name: string): void {
  if (!(name in manifest.files)) throw new Error(`${name} is missing`);
}

async function openParts(
  folder: string,
  manifest: Manifest,
  read: (name: string) => Promise<string>,
): Promise<IndexParts> {
  const { dimensions } = manifest.model;
  const table = readUnitTable(await read(FILES.units));
  const pieceCounts = new Map(pieceTableSchema.parse(JSON.parse(await read(FILES.pieces))));
  const sentences = table.reduce((sum, unit) => sum + unit.sentences, 0);
  if (table.length !== manifest.units || sentences !== manifest.sentences)
    throw new Error("its files do not fit together");
  const { nextLabels } = manifest;
  if (
    table.some(
      (unit) =>
        unit.passageLabel >= nextLabels.passages ||
        unit.sentenceLabel + unit.sentences > nextLabels.sentences,
    )
  )
    throw new Error("its labels do not fit together");
  const lib = manifest.hnsw ? await loadHnswlib() : undefined;
  const records = openRecords(folder, manifest.segments, modelKey(manifest.model, FORMAT_VERSION));
  const common = { table, nextLabels, dimensions, records, pieceCounts };
  try {
    if (!lib) return { ...common, ...(await exactFromRecords(table, records, dimensions)), engine: "exact" };
    const graph = async (name: string, size: number): ReturnType<typeof openHnswGraph> => {
      // The native reader checks nothing: only a file that the manifest vouches for gets to it.
      vouched(manifest, name);
      const opened = await openHnswGraph(lib, path.join(folder, name), dimensions, size);
      if (opened.free < 0) throw new Error("its graphs are not whole");
      return opened;
    };
    const [passages, sentenceGraph] = await Promise.all([
      graph(FILES.passages, manifest.units),
      graph(FILES.sentences, manifest.sentences),
    ]);
    return { ...common, engine: "hnsw", passages, sentences: sentenceGraph };
  } catch (error) {
    records.close();
    throw error;
  }
}

async function readAll({ records, table }: IndexParts): Promise<void> {
  for (const unit of table) {
    await records.read(unit, unit.content);
    await pause();
  }
}
