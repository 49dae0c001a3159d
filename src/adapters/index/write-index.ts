import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { EncodedPassage, ModelIdentity } from "../../retrieval/embedder.js";
import { HNSW, writeHnswFile } from "../hnsw/create-hnsw-index.js";
import { loadHnswlib } from "../hnsw/load-hnswlib.js";
import { FILES, FORMAT_VERSION, MANIFEST_FILE, type Manifest, sha256, type UnitTable } from "./manifest.js";
import { openIndex } from "./open-index.js";
import { packTokens, packVectors } from "./pack.js";

/**
 * Writes an index folder. All of it goes to a temporary name first, its files flushed and the manifest last,
 * and is renamed when it is whole: a crash leaves the old index or none, never half of one.
 */
export async function writeIndex(
  target: string,
  corpus: string,
  model: ModelIdentity,
  hashes: readonly string[],
  encoded: readonly EncodedPassage[],
): Promise<void> {
  const temporary = `${target}.${process.pid}.${randomUUID().slice(0, 8)}.tmp`;
  await mkdir(temporary, { recursive: true });
  try {
    const passages = packVectors(
      encoded.map((unit) => unit.pooled),
      model.dimensions,
    );
    const sentenceVectors = encoded.flatMap((unit) => unit.sentences.map((sentence) => sentence.pooled));
    const sentences = packVectors(sentenceVectors, model.dimensions);
    const table: UnitTable = encoded.map((unit, at) => ({
      hash: hashes[at] as string,
      pieces: unit.sentences.map((sentence) => sentence.pieces.length),
    }));
    await writeDurably(path.join(temporary, FILES.units), JSON.stringify(table));
    await writeDurably(
      path.join(temporary, FILES.vectors),
      Buffer.concat([bytesOf(passages), bytesOf(sentences)]),
    );
    await writeDurably(path.join(temporary, FILES.tokens), ...encoded.map(packTokens));
    const lib = await loadHnswlib();
    if (lib) {
      await writeHnswFile(lib, passages, model.dimensions, path.join(temporary, FILES.passages));
      await writeHnswFile(lib, sentences, model.dimensions, path.join(temporary, FILES.sentences));
    }
    const manifest: Manifest = {
      format: FORMAT_VERSION,
      corpus,
      model: { id: model.id, sha256: model.sha256, dtype: model.dtype, dimensions: model.dimensions },
      space: "cosine",
      hnsw: lib ? { ...HNSW } : null,
      units: encoded.length,
      sentences: sentenceVectors.length,
      files: await describeFiles(temporary, lib !== undefined),
    };
    await writeDurably(path.join(temporary, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
    await swapIn(temporary, target, async () => {
      const found = await openIndex(target, corpus, model);
      return isDeepStrictEqual(found.manifest, manifest);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function swapIn(temporary: string, target: string, isSame: () => Promise<boolean>): Promise<void> {
  try {
    await rename(temporary, target);
  } catch {
    // Another process was quicker with the same one, and may be reading it …
    if (await isSame().catch(() => false)) return;
    // … or a damaged one is in the way.
    await rm(target, { recursive: true, force: true });
    await rename(temporary, target);
  }
}

/** Whether `entry` of a data folder is the temporary folder of a process that still runs. */
export function isBeingBuilt(entry: string): boolean {
  const pid = /\.(\d+)\.[0-9a-f]+\.tmp$/.exec(entry)?.[1];
  if (pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function describeFiles(folder: string, native: boolean): Promise<Manifest["files"]> {
  const names = Object.values(FILES).filter((name) => native || !name.endsWith(".hnsw"));
  const entries = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      return [name, { bytes: (await stat(file)).size, sha256: sha256(await readFile(file)) }] as const;
    }),
  );
  return Object.fromEntries(entries);
}

async function writeDurably(file: string, ...parts: readonly (string | Uint8Array)[]): Promise<void> {
  const handle = await open(file, "w");
  try {
    for (const part of parts) await handle.writeFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function bytesOf(vectors: Float32Array): Uint8Array {
  return new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength);
}
