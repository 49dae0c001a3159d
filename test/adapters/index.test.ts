import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildIndex } from "../../src/adapters/index/build-index.js";
import { ensureIndex } from "../../src/adapters/index/ensure-index.js";
import { indexInMemory } from "../../src/adapters/index/index-in-memory.js";
import { FILES, indexName, type Manifest } from "../../src/adapters/index/manifest.js";
import { openIndex } from "../../src/adapters/index/open-index.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import type { Embedder, EncodedPassage } from "../../src/retrieval/embedder.js";
import { corpusHash } from "../../src/retrieval/encode-units.js";
import type { SearchIndex } from "../../src/retrieval/token-store.js";
import { collectUnits, type Unit } from "../../src/retrieval/unit.js";
import { workOf } from "../edition/letter.js";
import { openBundled } from "./model.js";

const units: readonly Unit[] = collectUnits([
  workOf([
    "The first paragraph is about refugees. They fled.\n\nThe second is about Laos.\n\nThe third is about tests; they should be banned.\n\nThe fourth ends it.",
  ]),
]);
const corpus = corpusHash(units);
const RECORDS = "records-0.bin";
let embedder: Embedder;
let encoded: readonly EncodedPassage[];
let root = "";
let whole = "";

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), "quoth-index-"));
  whole = path.join(root, "whole");
  embedder = await openBundled();
  encoded = await embedder.encodePassages(units.map((unit) => unit.sentences));
  const built = await buildIndex(whole, units, embedder, { sources: [], onProgress: () => undefined });
  await built.close();
});
afterAll(async () => {
  await embedder.close();
  rmSync(root, { recursive: true, force: true });
});

let copies = 0;
const copy = (): string => {
  const folder = path.join(root, `copy-${(copies += 1)}`);
  cpSync(whole, folder, { recursive: true });
  return folder;
};
const refused = async (folder: string, hash = corpus, model = embedder.model): Promise<QuothError> => {
  const error: unknown = await openIndex(folder, hash, model).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof QuothError)) throw new Error(`${folder} was opened: ${String(error)}`);
  expect(error.code).toBe("index-damaged");
  expect(error.message).not.toMatch(/\n {4}at /);
  return error;
};
/** All that can be asked of an index. */
async function contents(index: SearchIndex): Promise<unknown> {
  const query = await embedder.encodeQuestion("What about Laos?");
  const round = (found: readonly (readonly { id: number; score: number }[])[]): unknown =>
    found.map((list) => list.map(({ id, score }) => [id, score.toFixed(4)]));
  return {
    sizes: [index.passages.size, index.sentences.size],
    passages: round(await index.passages.search([query.pooled], 9)),
    sentences: round(await index.sentences.search([query.pooled], 9)),
    tokens: await index.tokens.read([0, 2, 3]),
    pieces: [...index.tokens.pieceCounts].sort(([a], [b]) => a - b),
  };
}

describe("an index folder", () => {
  it("gives back what was encoded, from the disk as from memory", async () => {
    const index = await openIndex(whole, corpus, embedder.model);
    expect(index.engine).toBe("hnsw");
    expect(await contents(index)).toEqual(
      await contents(indexInMemory(units, encoded, embedder.model.dimensions)),
    );
    expect(index.manifest).toMatchObject({
      format: 2,
      corpus,
      space: "cosine",
      units: 4,
      sentences: 5,
      model: { id: embedder.model.id, dtype: "int8", dimensions: 384 },
    });
    expect(Object.keys(index.manifest.files).sort()).toEqual(Object.values(FILES).sort());
    await index.close();
  });

  it("leaves no temporary folder", () =>
    expect(readdirSync(root).filter((name) => name.endsWith(".tmp"))).toEqual([]));

  it.each(["manifest.json", RECORDS, ...Object.values(FILES)])(
    "%s cut off at any byte is never searched",
    async (name) => {
      const folder = copy();
      const file = path.join(folder, name);
      const bytes = readFileSync(file);
      const cuts = [
        0,
        1,
        2,
        3,
        4,
        7,
        8,
        63,
        ...Array.from({ length: 8 }, (_, i) => Math.floor((bytes.length * (i + 1)) / 9)),
        bytes.length - 4,
        bytes.length - 2,
      ];
      for (const cut of cuts.filter((at) => at >= 0 && at < bytes.length)) {
        writeFileSync(file, bytes.subarray(0, cut));
        await refused(folder);
      }
    },
  );

  it.each([RECORDS, ...Object.values(FILES)])("%s with a flipped bit is never searched", async (name) => {
    const folder = copy();
    const file = path.join(folder, name);
    const bytes = readFileSync(file);
    for (const at of [0, 1, 8, 40, bytes.length >> 1, bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      writeFileSync(file, flipped);
      expect((await refused(folder)).message).toContain(`${name} has changed`);
    }
  });

  it("a manifest with a flipped bit is refused, or says nothing else", async () => {
    const folder = copy();
    const file = path.join(folder, "manifest.json");
    const bytes = readFileSync(file);
    const wanted = await contents(await openIndex(whole, corpus, embedder.model));
    for (let at = 0; at < bytes.length; at += 9) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      writeFileSync(file, flipped);
      const opened = await openIndex(folder, corpus, embedder.model).catch((error: unknown) => {
        expect(error).toBeInstanceOf(QuothError);
      });
      if (opened) expect(await contents(opened)).toEqual(wanted);
    }
  });

  it.each(["manifest.json", RECORDS, ...Object.values(FILES)])("without %s it is refused", async (name) => {
    const folder = copy();
    rmSync(path.join(folder, name));
    await refused(folder);
  });

  it.each<[string, (manifest: Manifest) => unknown]>([
    ["of another format", (m) => ({ ...m, format: 1 })],
    ["of another space", (m) => ({ ...m, space: "l2" })],
    [
      "that vouches for no graph",
      (m) => ({
        ...m,
        files: Object.fromEntries(Object.entries(m.files).filter(([name]) => name !== FILES.sentences)),
      }),
    ],
    ["that counts other units", (m) => ({ ...m, units: 3 })],
    ["that counts other sentences", (m) => ({ ...m, sentences: 6 })],
    ["of other dimensions", (m) => ({ ...m, model: { ...m.model, dimensions: 192 } })],
    ["that is no object", () => []],
  ])("with a manifest %s it is refused", async (_, change) => {
    const folder = copy();
    const file = path.join(folder, "manifest.json");
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, "utf8")) as Manifest)));
    await refused(folder);
  });

  it("with the graphs of the two exchanged it is refused", async () => {
    const folder = copy();
    renameSync(path.join(folder, FILES.passages), path.join(folder, "x"));
    renameSync(path.join(folder, FILES.sentences), path.join(folder, FILES.passages));
    renameSync(path.join(folder, "x"), path.join(folder, FILES.sentences));
    await refused(folder);
  });

  it("of another corpus, or another model, is refused", async () => {
    expect((await refused(whole, "0".repeat(64))).message).toMatch(/another corpus/);
    expect((await refused(whole, corpus, { ...embedder.model, sha256: "0".repeat(64) })).message).toMatch(
      /another model/,
    );
    expect((await refused(whole, corpus, { ...embedder.model, id: "other" })).message).toMatch(
      /another model/,
    );
    expect((await refused(path.join(root, "nowhere"))).remedy).toMatch(/build --force/);
  });
});

describe("ensureIndex", () => {
  let count = 0;
  const data = (): string => {
    const folder = path.join(root, `data-${(count += 1)}`);
    mkdirSync(folder);
    return folder;
  };
  const ensure = async (dataDir: string, more: object = {}, which = units) => {
    const warnings: string[] = [];
    const progress: (readonly [number, number])[] = [];
    const ensured = await ensureIndex(which, embedder, {
      corpusDir: root,
      dataDir,
      onWarning: (text) => warnings.push(text),
      onProgress: (...step) => progress.push(step),
      ...more,
    });
    return { ...ensured, warnings, progress };
  };
  const nameOf = (): string => indexName(root, corpus, embedder.model).name;

  it("builds once, with progress, and keeps", async () => {
    const dataDir = data();
    const first = await ensure(dataDir);
    expect(first).toMatchObject({
      built: true,
      kept: true,
      engine: "hnsw",
      warnings: [],
      progress: [
        [1, 4],
        [2, 4],
        [3, 4],
        [4, 4],
      ],
    });
    const second = await ensure(dataDir);
    expect(second).toMatchObject({ built: false, kept: true, warnings: [], progress: [] });
    expect(await contents(second.index)).toEqual(await contents(first.index));
    expect(readdirSync(dataDir)).toEqual([nameOf()]);
    expect(await ensure(dataDir, { force: true })).toMatchObject({ built: true, kept: true });
  });

  it("builds a damaged one again, and says so", async () => {
    const dataDir = data();
    const { folder } = await ensure(dataDir);
    truncateSync(path.join(folder, RECORDS), 100);
    const again = await ensure(dataDir);
    expect(again).toMatchObject({ built: true, kept: true });
    expect(again.warnings).toEqual([
      expect.stringMatching(/cannot be used: records-0\.bin .* Building it again\./),
    ]);
    expect(await ensure(dataDir)).toMatchObject({ built: false, warnings: [] });
  });

  it("clears away earlier indexes and what a killed build left, but neither what is being built nor what is another's", async () => {
    const dataDir = data();
    const { prefix } = indexName(root, corpus, embedder.model);
    const name = nameOf();
    // 2 ** 22 is above Linux' highest pid: nobody runs there.
    const dead = `${name}.${2 ** 22 + 1}.0a1b2c3d.tmp`;
    const alive = `${name}.${process.pid}.0a1b2c3d.tmp`;
    for (const folder of [
      `${prefix}0123456789abcdef`,
      dead,
      alive,
      "index-00000000-0123456789abcdef",
      "models",
    ]) {
      mkdirSync(path.join(dataDir, folder));
      writeFileSync(path.join(dataDir, folder, "vectors.f32"), "half");
    }
    expect(await ensure(dataDir)).toMatchObject({ built: true, kept: true });
    expect(readdirSync(dataDir).sort()).toEqual(
      [name, alive, "index-00000000-0123456789abcdef", "models"].sort(),
    );
  });

  it("clears away, when it is opened, what is older: a build may have been killed just before it did", async () => {
    const dataDir = data();
    await ensure(dataDir);
    const { prefix } = indexName(root, corpus, embedder.model);
    const [older, newer] = [`${prefix}0123456789abcdef`, `${prefix}fedcba9876543210`];
    for (const folder of [older, newer]) mkdirSync(path.join(dataDir, folder));
    utimesSync(path.join(dataDir, older), 1, 1);
    utimesSync(path.join(dataDir, newer), 2 ** 32, 2 ** 32);
    expect(await ensure(dataDir)).toMatchObject({ built: false, warnings: [] });
    expect(readdirSync(dataDir).sort()).toEqual([nameOf(), newer].sort());
  });

  it("is left whole by several that build at once", async () => {
    const dataDir = data();
    const all = await Promise.all([ensure(dataDir), ensure(dataDir), ensure(dataDir)]);
    for (const one of all) expect(one).toMatchObject({ kept: true, warnings: [] });
    expect(readdirSync(dataDir)).toEqual([nameOf()]);
    expect(await ensure(dataDir)).toMatchObject({ built: false });
  });

  it("serves from memory, with a warning, where nothing can be written", async () => {
    const dataDir = path.join(root, "a-file");
    writeFileSync(dataDir, "");
    const inMemory = await ensure(dataDir);
    expect(inMemory).toMatchObject({ built: true, kept: false, engine: "exact" });
    expect(inMemory.warnings).toEqual([expect.stringMatching(/could not be kept in .*a-file/)]);
    expect(await contents(inMemory.index)).toEqual(
      await contents(await openIndex(whole, corpus, embedder.model)),
    );
    if (process.getuid?.() === 0) return;
    const locked = data();
    chmodSync(locked, 0o500);
    expect(await ensure(locked)).toMatchObject({ kept: false });
  });

  it("replaces what stands in its place", async () => {
    const dataDir = data();
    writeFileSync(path.join(dataDir, nameOf()), "a file");
    const { kept, warnings } = await ensure(dataDir);
    expect(kept).toBe(true);
    expect(warnings).toHaveLength(1);
    expect(existsSync(path.join(dataDir, nameOf(), "manifest.json"))).toBe(true);
  });

  it("makes another index of another corpus, and none of an empty one fail", async () => {
    const dataDir = data();
    await ensure(dataDir);
    const fewer = await ensure(dataDir, {}, units.slice(1));
    expect(fewer).toMatchObject({ built: true, kept: true });
    expect(fewer.index.passages.size).toBe(3);
    const none = await ensure(dataDir, {}, []);
    expect(none).toMatchObject({ built: true, kept: true });
    expect(none.index.passages.size).toBe(0);
  });
});
