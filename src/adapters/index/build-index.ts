import { randomUUID } from "node:crypto";
import { rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import type { Embedder, EncodedPassage } from "../../retrieval/embedder.js";
import { corpusHash, unitHash } from "../../retrieval/encode-units.js";
import type { Unit } from "../../retrieval/unit.js";
import { hashFile } from "../files/hash-file.js";
import { makeFolder } from "../files/make-folder.js";
import { HNSW } from "../hnsw/create-hnsw-index.js";
import { loadHnswlib } from "../hnsw/load-hnswlib.js";
import { changeGraphs, type Graphs, worthChanging } from "./change-graphs.js";
import { gatherRecords } from "./gather-records.js";
import { type IndexParts, indexView } from "./index-view.js";
import {
  FILES,
  FORMAT_VERSION,
  MANIFEST_FILE,
  type Manifest,
  type UnitEntry,
  writeUnitTable,
} from "./manifest.js";
import { type OpenedIndex, openIndex } from "./open-index.js";
import { pause } from "./pause.js";
import { type LabelPlan, planLabels, type UnitLabels } from "./plan-labels.js";
import { modelKey, packRecord } from "./record.js";
import { openRecords } from "./record-reader.js";
import { createRecordWriter, type Place, type RecordWriter } from "./record-writer.js";
import { writeDurably } from "./write-durably.js";

export interface BuildOptions {
  /** Folders of earlier indexes, damaged and half-built ones among them: records are taken over from them. */
  readonly sources: readonly string[];
  /**
   * An index of an earlier state of the corpus, opened by this process: where it pays its graphs are changed and
   * become the new index's. Whoever still searches it finds what is in both.
   */
  readonly before?: IndexParts | undefined;
  /** Whether every record that is taken over is checked now, not only when it is first read. */
  readonly distrust?: boolean;
  /** Passages done and in all. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Builds an index folder. All of it goes to a temporary name first, the records one by one as they are encoded, the
 * manifest last, and is renamed when it is whole: a crash leaves the old index or none, never half of one, and what
 * was encoded is taken over by the next build. In memory are the graphs and a few passages.
 * @throws errors of the file system where it cannot be written.
 */
export async function buildIndex(
  target: string,
  units: readonly Unit[],
  embedder: Embedder,
  options: BuildOptions,
): Promise<OpenedIndex> {
  const temporary = `${target}.${process.pid}.${randomUUID().slice(0, 8)}.tmp`;
  makeFolder(temporary);
  const writer = createRecordWriter(temporary);
  try {
    const written = await writeFiles(temporary, writer, units, embedder, options);
    const { manifest, parts } = written;
    await writeDurably(path.join(temporary, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
    const theirs = await swapIn(temporary, target, () =>
      openIndex(target, manifest.corpus, embedder.model, true),
    );
    if (theirs) return theirs;
    if (!parts) return await openIndex(target, manifest.corpus, embedder.model);
    const records = openRecords(target, manifest.segments, modelKey(embedder.model, FORMAT_VERSION));
    const whole = { ...parts, records };
    return { ...indexView(whole, whole.table), manifest, parts: whole, engine: "hnsw" };
  } finally {
    await writer.abandon();
    await rm(temporary, { recursive: true, force: true });
  }
}

/** @returns the index in place, where another process was quicker with the same one. */
async function swapIn(
  temporary: string,
  target: string,
  openTheirs: () => Promise<OpenedIndex>,
): Promise<OpenedIndex | undefined> {
  try {
    await rename(temporary, target);
  } catch {
    // Another process was quicker with the same one, and may be reading it …
    const theirs = await openTheirs().catch(() => undefined);
    if (theirs) return theirs;
    // … or a damaged one is in the way.
    await rm(target, { recursive: true, force: true });
    await rename(temporary, target);
  }
  return undefined;
}

type Unread = Omit<Extract<IndexParts, { engine: "hnsw" }>, "records">;

async function writeFiles(
  folder: string,
  writer: RecordWriter,
  units: readonly Unit[],
  embedder: Embedder,
  { sources, before, distrust = false, onProgress }: BuildOptions,
): Promise<{ readonly manifest: Manifest; readonly parts: Unread | undefined }> {
  const { model } = embedder;
  const key = modelKey(model, FORMAT_VERSION);
  const contents = units.map(unitHash);
  const places = await gatherRecords(writer, sources, new Set(contents), key, distrust);
  const lib = await loadHnswlib();
  const { plan, base, gone } = await planChange(units, contents, lib && before);
  const sizes = { passages: units.length, sentences: units.reduce((sum, u) => sum + u.sentences.length, 0) };
  const graphs = lib && changeGraphs(lib, base, model.dimensions, sizes);
  const pieces = createPieceCounter(base?.pieceCounts);
  if (base) changed.add(base);
  await graphs?.remove(plan.gone);
  gone.forEach((passage) => pieces.count(passage, -1));

  let done = plan.units.filter((unit) => !unit.fresh).length;
  const take = async (at: number, encoded: EncodedPassage): Promise<void> => {
    const labels = plan.units[at] as UnitLabels;
    if (labels.fresh) {
      await graphs?.add(encoded, labels);
      pieces.count(encoded, 1);
      done += 1;
    }
    onProgress(done, units.length);
  };
  await takeOver(folder, writer, plan, contents, places, key, take);
  const missing = new Map<string, number[]>();
  contents.forEach((content, at) => {
    if (!places.has(content)) missing.set(content, [...(missing.get(content) ?? []), at]);
  });
  const waiting = [...missing.values()];
  await embedder.encodeEach(
    waiting.map(([at]) => (units[at as number] as Unit).sentences),
    async (which, encoded) => {
      const all = waiting[which] as number[];
      const content = contents[all[0] as number] as string;
      places.set(content, await writer.append(packRecord(encoded, key, content)));
      for (const at of all) await take(at, encoded);
    },
  );

  const segments = await writer.finish();
  const table = units.map((unit, at): UnitEntry => {
    const { passage, sentence } = plan.units[at] as UnitLabels;
    const content = contents[at] as string;
    const place = places.get(content) as Place;
    return {
      content,
      ...place,
      sentences: unit.sentences.length,
      passageLabel: passage,
      sentenceLabel: sentence,
    };
  });
  const nextLabels = graphs ? await graphs.write(folder, plan.units[0], plan.next) : plan.next;
  await writeDurably(path.join(folder, FILES.units), writeUnitTable(table));
  await writeDurably(path.join(folder, FILES.pieces), JSON.stringify(pieces.sorted()));
  const manifest: Manifest = {
    format: FORMAT_VERSION,
    corpus: corpusHash(units),
    model: { id: model.id, sha256: model.sha256, dtype: model.dtype, dimensions: model.dimensions },
    space: "cosine",
    hnsw: graphs ? { ...HNSW } : null,
    units: units.length,
    sentences: sizes.sentences,
    nextLabels,
    segments: [...segments],
    files: await describeFiles(folder, graphs),
  };
  if (!graphs) return { manifest, parts: undefined };
  const { passages, sentences } = graphs;
  const { dimensions } = model;
  return {
    manifest,
    parts: {
      engine: "hnsw",
      table,
      nextLabels,
      dimensions,
      passages,
      sentences,
      pieceCounts: new Map(pieces.sorted()),
    },
  };
}

/** Indexes whose graphs became, or were to become, those of another. */
const changed = new WeakSet<IndexParts>();

interface Change {
  readonly plan: LabelPlan;
  /** The index whose graphs are changed; undefined where they are built anew. */
  readonly base: IndexParts | undefined;
  readonly gone: readonly EncodedPassage[];
}

async function planChange(
  units: readonly Unit[],
  contents: readonly string[],
  before: IndexParts | undefined,
): Promise<Change> {
  const wanted = units.map((unit, at) => ({
    content: contents[at] as string,
    sentences: unit.sentences.length,
  }));
  if (before?.engine === "hnsw" && !changed.has(before)) {
    const plan = planLabels(wanted, before.table, before.nextLabels);
    if (worthChanging(before, plan)) {
      try {
        const gone = await Promise.all(plan.gone.map((unit) => before.records.read(unit, unit.content)));
        return { plan, base: before, gone };
      } catch (error) {
        // What is damaged or closed is no ground to build on.
        if (!(error instanceof QuothError)) throw error;
      }
    }
  }
  return { plan: planLabels(wanted, [], { passages: 0, sentences: 0 }), base: undefined, gone: [] };
}

/** Puts the vectors of records that were taken over into the graphs; those that turn out damaged lose their place. */
async function takeOver(
  folder: string,
  writer: RecordWriter,
  plan: LabelPlan,
  contents: readonly string[],
  places: Map<string, Place>,
  key: string,
  take: (at: number, encoded: EncodedPassage) => Promise<void>,
): Promise<void> {
  const fresh = [...contents.keys()].filter(
    (at) => plan.units[at]?.fresh === true && places.has(contents[at] as string),
  );
  if (fresh.length === 0) return;
  await writer.flush();
  const reader = openRecords(folder, writer.segments, key);
  try {
    for (const at of fresh) {
      const content = contents[at] as string;
      const place = places.get(content);
      const encoded = place && (await reader.read(place, content).catch(() => undefined));
      if (encoded) await take(at, encoded);
      else places.delete(content);
      await pause();
    }
  } finally {
    reader.close();
  }
}

function createPieceCounter(before: ReadonlyMap<number, number> | undefined): {
  count(passage: EncodedPassage, by: 1 | -1): void;
  sorted(): [number, number][];
} {
  const counts = new Map(before);
  return {
    count({ sentences }, by) {
      for (const piece of new Set(sentences.flatMap((sentence) => [...sentence.pieces])))
        counts.set(piece, (counts.get(piece) ?? 0) + by);
    },
    sorted: () => [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b),
  };
}

async function describeFiles(folder: string, graphs: Graphs | undefined): Promise<Manifest["files"]> {
  const names = Object.values(FILES).filter((name) => graphs !== undefined || !name.endsWith(".hnsw"));
  const entries: [string, Manifest["files"][string]][] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    entries.push([name, { bytes: (await stat(file)).size, sha256: await hashFile(file) }]);
  }
  return Object.fromEntries(entries);
}
