import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensureIndex, type EnsuredIndex } from "../../src/adapters/index/ensure-index.js";
import { indexView } from "../../src/adapters/index/index-view.js";
import { keepIndex } from "../../src/adapters/index/keep-index.js";
import { FORMAT_VERSION, indexName } from "../../src/adapters/index/manifest.js";
import { mendIndex } from "../../src/adapters/index/mend-index.js";
import { openIndex } from "../../src/adapters/index/open-index.js";
import { modelKey } from "../../src/adapters/index/record.js";
import { openRecords } from "../../src/adapters/index/record-reader.js";
import type { Embedder } from "../../src/retrieval/embedder.js";
import { corpusHash, unitHash } from "../../src/retrieval/encode-units.js";
import type { SearchIndex } from "../../src/retrieval/token-store.js";
import { collectUnits, type Unit } from "../../src/retrieval/unit.js";
import { workOf } from "../edition/letter.js";
import { expectLikeNew as isLikeNew, PARAGRAPHS } from "./index-contents.js";
import { openBundled } from "./model.js";
import { rememberingEmbedder } from "./remembering-embedder.js";

const unitsOf = (paragraphs: readonly string[]): readonly Unit[] =>
  collectUnits([workOf([paragraphs.join("\n\n")])]);

let root = "";
let embedder: Embedder;
/** What was embedded since `encoded` was emptied last. */
let encoded: string[] = [];
let counting: Embedder;
let dataDir = "";
let count = 0;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), "quoth-changing-"));
  embedder = rememberingEmbedder(await openBundled());
  counting = {
    ...embedder,
    encodeEach: (passages, each) => {
      encoded.push(...passages.map((sentences) => sentences.join(" ")));
      return embedder.encodeEach(passages, each);
    },
  };
});
afterAll(async () => {
  await embedder.close();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  dataDir = path.join(root, `data-${(count += 1)}`);
  mkdirSync(dataDir);
  encoded = [];
});

const warnings: string[] = [];
const options = () => ({
  corpusDir: root,
  dataDir,
  onProgress: () => undefined,
  onWarning: (text: string) => void warnings.push(text),
});
const ensure = (paragraphs: readonly string[], before?: EnsuredIndex): Promise<EnsuredIndex> =>
  ensureIndex(unitsOf(paragraphs), counting, { ...options(), before: before?.parts });

const expectLikeNew = (index: SearchIndex, paragraphs: readonly string[]): Promise<void> =>
  isLikeNew(index, unitsOf(paragraphs), embedder);
const edited = (at: number, text: string): readonly string[] => PARAGRAPHS.with(at, text);
const folders = (): readonly string[] => readdirSync(dataDir);
const filesIn = (folder: string): readonly Buffer[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(path.join(folder, entry.name))
      : [readFileSync(path.join(folder, entry.name))],
  );

describe("a changed corpus", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["edited", edited(7, "The ferry sank. Nobody was hurt."), ["The ferry sank. Nobody was hurt."]],
    [
      "with one more",
      [...PARAGRAPHS.slice(0, 9), "The ferry sank.", ...PARAGRAPHS.slice(9)],
      ["The ferry sank."],
    ],
    ["with one less", PARAGRAPHS.filter((_, at) => at !== 3), []],
    ["in another order", [...PARAGRAPHS].reverse(), []],
    ["with one twice", [...PARAGRAPHS, PARAGRAPHS[4]!], []],
    ["of which little is left", PARAGRAPHS.slice(0, 5), []],
  ])("%s embeds no more than is new, and is as good as built anew", async (_, paragraphs, fresh) => {
    const before = await ensure(PARAGRAPHS);
    for (const opened of [before, undefined]) {
      // Changed by the process that has it open; then by another.
      if (!opened) await ensure(PARAGRAPHS);
      encoded = [];
      const after = await ensure(paragraphs, opened);
      expect(after).toMatchObject({ built: true, kept: true, engine: "hnsw" });
      expect(encoded).toEqual(fresh);
      await expectLikeNew(after.index, paragraphs);
      expect(folders()).toEqual([path.basename(after.folder)]);
      const again = await openIndex(after.folder, corpusHash(unitsOf(paragraphs)), embedder.model);
      await expectLikeNew(again, paragraphs);
      await Promise.all([again.close(), after.index.close()]);
    }
  });

  it("stays as good over many changes", async () => {
    let paragraphs: readonly string[] = PARAGRAPHS;
    let index = await ensure(paragraphs);
    for (let step = 0; step < 12; step += 1) {
      const at = (step * 17) % paragraphs.length;
      paragraphs =
        step % 3 === 2
          ? paragraphs.filter((_, i) => i !== at)
          : paragraphs.with(at, `Change ${step} came. It was small.`);
      encoded = [];
      index = await ensure(paragraphs, index);
      expect(encoded.length).toBeLessThan(2);
    }
    await expectLikeNew(index.index, paragraphs);
  });

  it("leaves nothing of what was taken down", async () => {
    const units = unitsOf(PARAGRAPHS);
    const gone = PARAGRAPHS.slice(20, 22);
    const before = await ensure(PARAGRAPHS);
    const traces = (await before.index.tokens.read([20, 21])).flatMap((sentences) =>
      sentences.flatMap(({ pooled, vectors }) => [
        Buffer.from(pooled.slice().buffer),
        Buffer.from(vectors.slice(0, 384).buffer),
      ]),
    );
    const hashes = units.slice(20, 22).map((unit) => unitHash(unit));
    const found = () => {
      const files = filesIn(dataDir);
      return [...traces, ...hashes, ...hashes.map((hash) => Buffer.from(hash, "hex"))].filter((trace) =>
        files.some((file) => file.includes(trace)),
      ).length;
    };
    expect(found()).toBeGreaterThan(traces.length);
    await ensure(
      PARAGRAPHS.filter((text) => !gone.includes(text)),
      before,
    );
    expect(encoded).toHaveLength(PARAGRAPHS.length);
    expect(found()).toBe(0);
  });

  it("takes nothing over from another model, nor where it is told to build anew", async () => {
    await ensure(PARAGRAPHS);
    encoded = [];
    await ensureIndex(
      unitsOf(PARAGRAPHS),
      { ...counting, model: { ...embedder.model, sha256: "0".repeat(64) } },
      options(),
    );
    expect(encoded).toHaveLength(PARAGRAPHS.length);
    encoded = [];
    await ensureIndex(unitsOf(PARAGRAPHS), counting, { ...options(), force: true });
    expect(encoded).toHaveLength(PARAGRAPHS.length);
  });
});

describe("what a killed build left", () => {
  // 2 ** 22 is above Linux' highest pid: nobody runs there.
  const dead = (): string =>
    path.join(dataDir, `${indexName(root, "", embedder.model).prefix}0123.${2 ** 22 + 1}.0a1b2c3d.tmp`);

  it.each([
    ["ended between two passages", 0, 30],
    ["ended in the middle of one", 700, 29],
  ])("is gone on with where it %s", async (_, torn, kept) => {
    // What lies on the disk after thirty passages.
    const whole = await ensure(PARAGRAPHS);
    const bytes = whole.parts!.table[30]!.at - torn;
    mkdirSync(dead());
    cpSync(path.join(whole.folder, "records-0.bin"), path.join(dead(), "records-0.bin"));
    truncateSync(path.join(dead(), "records-0.bin"), bytes);
    rmSync(whole.folder, { recursive: true });
    encoded = [];
    const again = await ensure(PARAGRAPHS);
    expect(encoded).toEqual(PARAGRAPHS.slice(kept));
    await expectLikeNew(again.index, PARAGRAPHS);
    expect(folders()).toEqual([path.basename(again.folder)]);
  });

  it("is embedded again where it is damaged", async () => {
    const whole = await ensure(PARAGRAPHS);
    const file = path.join(whole.folder, "records-0.bin");
    const bytes = readFileSync(file);
    const { at } = whole.parts!.table[12]!;
    bytes[at + 900] = bytes[at + 900]! ^ 1;
    writeFileSync(file, bytes);
    encoded = [];
    const again = await ensure(PARAGRAPHS);
    expect(warnings.at(-1)).toMatch(/records-0\.bin has changed.* Building it again\./);
    expect(encoded).toEqual([PARAGRAPHS[12]]);
    await expectLikeNew(again.index, PARAGRAPHS);
  });
});

describe("a record that is damaged under an opened index", () => {
  it("is refused when it is read, and mended where that can be done", async () => {
    const { parts, folder, index } = await ensure(PARAGRAPHS);
    const key = modelKey(embedder.model, FORMAT_VERSION);
    const { at, bytes, content } = parts!.table[5]!;
    // Nothing of it is in memory yet, as of a large index.
    const records = openRecords(folder, [{ name: "records-0.bin", bytes: at + bytes }], key);
    const good = await index.tokens.read([5]);
    const file = path.join(folder, "records-0.bin");
    const written = readFileSync(file);
    for (let flip = 0; flip < bytes; flip += 97) {
      const copy = Buffer.from(written);
      copy[at + flip] = copy[at + flip]! ^ 16;
      writeFileSync(file, copy);
      await expect(records.read({ segment: 0, at, bytes }, content)).rejects.toMatchObject({
        code: "index-damaged",
      });
    }
    const damaged = indexView({ ...parts!, records }, parts!.table);
    let mended = 0;
    const mending = mendIndex(damaged, () => {
      mended += 1;
      return Promise.resolve(index);
    });
    expect(await mending.tokens.read([4])).toEqual(await index.tokens.read([4]));
    expect(mended).toBe(0);
    expect(await Promise.all([mending.tokens.read([5]), mending.tokens.read([5])])).toEqual([good, good]);
    expect(mended).toBe(1);
    const hopeless = mendIndex(damaged, () => Promise.reject(new Error("no room")));
    await expect(hopeless.tokens.read([5])).rejects.toThrow("no room");
    records.close();
    await expect(records.read({ segment: 0, at: 0, bytes: 8 }, content)).rejects.toThrow(/not open/);
  });
});

describe("an index that is kept", () => {
  it("is searched as far as it goes while the rest is embedded", async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let gated = false;
    const slow: Embedder = {
      ...embedder,
      encodeEach: async (passages, each) => {
        if (gated) await gate;
        return embedder.encodeEach(passages, each);
      },
    };
    const told: string[] = [];
    const keeper = keepIndex(() => Promise.resolve(slow), {
      ...options(),
      onWarning: (text) => void told.push(text),
    });
    const half = PARAGRAPHS.slice(0, 25);
    const first = keeper.keep(unitsOf(half));
    await expectLikeNew(await first.now(), half);
    gated = true;
    // The new ones come first, so that every passage has another number than before.
    const all = [...PARAGRAPHS.slice(25), ...half];
    const kept = keeper.keep(unitsOf(all));
    const partial = await kept.now();
    expect(told).toEqual([expect.stringMatching(/^25 of 50 passages are new/)]);
    const { pooled } = await embedder.encodeQuestion("Which ship was seen by nobody?");
    const [found] = await partial.passages.search([pooled], 50);
    expect(new Set(found?.map(({ id }) => id))).toEqual(new Set(half.map((_, at) => 25 + at)));
    const [sentences] = await partial.sentences.search([pooled], 100);
    expect(Math.min(...(sentences ?? []).map(({ id }) => id))).toBe(50);
    expect(await partial.tokens.read([0, 25])).toEqual([[], ...(await (await first.now()).tokens.read([0]))]);
    release();
    await expectLikeNew((await kept.whole()).index, all);
    expect(await kept.now()).toBe((await kept.whole()).index);
    // A few are waited for.
    await expectLikeNew(await keeper.keep(unitsOf(edited(0, "New it is."))).now(), edited(0, "New it is."));
    expect(told).toHaveLength(1);
    await keeper.close();
  });

  it("waits for a new passage, however many stand in the corpus twice", async () => {
    const told: string[] = [];
    const keeper = keepIndex(() => Promise.resolve(embedder), {
      ...options(),
      onWarning: (text) => void told.push(text),
    });
    const twice = [...PARAGRAPHS, ...PARAGRAPHS];
    await keeper.keep(unitsOf(twice)).whole();
    const changed = twice.with(3, "Marmalade was forbidden aboard.");
    await expectLikeNew(await keeper.keep(unitsOf(changed)).now(), changed);
    expect(told).toEqual([]);
    await keeper.close();
  });
});
