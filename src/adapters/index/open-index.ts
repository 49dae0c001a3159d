import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import type { ModelIdentity } from "../../retrieval/embedder.js";
import type { SearchIndex, TokenVectors } from "../../retrieval/token-store.js";
import type { VectorIndex } from "../../retrieval/vector-index.js";
import { createExactIndex } from "../exact/create-exact-index.js";
import { openHnswIndex } from "../hnsw/create-hnsw-index.js";
import { loadHnswlib } from "../hnsw/load-hnswlib.js";
import {
  FILES,
  MANIFEST_FILE,
  type Manifest,
  manifestSchema,
  sha256,
  type UnitTable,
  unitTableSchema,
} from "./manifest.js";
import { recordBytes, unpackTokens } from "./pack.js";

/** An index that was opened, with what `doctor` and a rebuild want to know of it. */
export interface OpenedIndex extends SearchIndex {
  readonly manifest: Manifest;
  readonly table: UnitTable;
  /** "hnsw", or "exact" where the native module is missing. */
  readonly engine: "hnsw" | "exact";
  readonly vectors: { readonly passages: Float32Array; readonly sentences: Float32Array };
}

/**
 * Opens an index folder after checking every byte of it against its manifest, and the manifest against the
 * corpus and the model that are in use.
 * @throws QuothError `index-damaged` for anything missing, cut off, changed, or made for something else.
 */
export async function openIndex(folder: string, corpus: string, model: ModelIdentity): Promise<OpenedIndex> {
  try {
    const manifest = manifestSchema.parse(
      JSON.parse(await readFile(path.join(folder, MANIFEST_FILE), "utf8")),
    );
    if (manifest.corpus !== corpus) throw new Error("it was made for another corpus");
    if (manifest.model.id !== model.id || manifest.model.sha256 !== model.sha256)
      throw new Error("it was made with another model");
    const files = await readFiles(folder, manifest);
    const table = unitTableSchema.parse(JSON.parse(files(FILES.units).toString("utf8")));
    const { dimensions } = manifest.model;
    const packed = aligned(files(FILES.vectors));
    const split = manifest.units * dimensions;
    const vectors = { passages: packed.subarray(0, split), sentences: packed.subarray(split) };
    if (table.length !== manifest.units || vectors.sentences.length !== manifest.sentences * dimensions) {
      throw new Error("its files do not fit together");
    }
    const lib = manifest.hnsw ? await loadHnswlib() : undefined;
    const index = async (name: string, exact: Float32Array): Promise<VectorIndex> => {
      if (!lib) return createExactIndex(exact, dimensions);
      // The native reader checks nothing: only a file that the manifest vouches for gets to it.
      files(name);
      return openHnswIndex(lib, path.join(folder, name), dimensions);
    };
    const [passages, sentences] = await Promise.all([
      index(FILES.passages, vectors.passages),
      index(FILES.sentences, vectors.sentences),
    ]);
    if (passages.size !== manifest.units || sentences.size !== manifest.sentences)
      throw new Error("its graphs are not whole");
    return {
      manifest,
      table,
      engine: lib ? "hnsw" : "exact",
      vectors,
      passages,
      sentences,
      sentenceVector: (id) => vectors.sentences.subarray(id * dimensions, (id + 1) * dimensions),
      tokens: memoryTokens(files(FILES.tokens), table, dimensions),
      close: () => Promise.resolve(),
    };
  } catch (cause) {
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

async function readFiles(folder: string, manifest: Manifest): Promise<(name: string) => Buffer> {
  const contents = new Map<string, Buffer>();
  await Promise.all(
    Object.entries(manifest.files).map(async ([name, { bytes, sha256: hash }]) => {
      const file = path.join(folder, name);
      if ((await stat(file)).size !== bytes) throw new Error(`${name} is not ${bytes} bytes long`);
      const content = await readFile(file);
      if (sha256(content) !== hash) throw new Error(`${name} has changed`);
      contents.set(name, content);
    }),
  );
  return (name) => {
    const content = contents.get(name);
    if (!content) throw new Error(`${name} is missing`);
    return content;
  };
}

/** A copy at an offset that a Float32Array may begin at. */
function aligned(buffer: Buffer): Float32Array {
  const copy = new Uint8Array(buffer.length - (buffer.length % 4));
  copy.set(buffer.subarray(0, copy.length));
  return new Float32Array(copy.buffer);
}

export function memoryTokens(file: Uint8Array, table: UnitTable, dimensions: number): SearchIndex["tokens"] {
  const bytes = new Uint8Array(file.length);
  bytes.set(file);
  let at = 0;
  const units = table.map(({ pieces }): readonly TokenVectors[] => {
    const length = recordBytes(pieces, dimensions);
    const tokens = unpackTokens(bytes.subarray(at, at + length), pieces, dimensions);
    at += length;
    return tokens;
  });
  const pieceCounts = new Map<number, number>();
  for (const unit of units) {
    for (const piece of new Set(unit.flatMap((sentence) => [...sentence.pieces]))) {
      pieceCounts.set(piece, (pieceCounts.get(piece) ?? 0) + 1);
    }
  }
  return { pieceCounts, read: (wanted) => Promise.resolve(wanted.map((unit) => units[unit] ?? [])) };
}
