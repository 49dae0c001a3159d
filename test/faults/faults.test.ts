import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readCorpus } from "../../src/adapters/files/read-corpus.js";
import { ensureIndex } from "../../src/adapters/index/ensure-index.js";
import { openIndex } from "../../src/adapters/index/open-index.js";
import type { Embedder } from "../../src/retrieval/embedder.js";
import { corpusHash } from "../../src/retrieval/encode-units.js";
import { collectUnits, type Unit } from "../../src/retrieval/unit.js";
import { expectLikeNew, PARAGRAPHS } from "../adapters/index-contents.js";
import { openBundled } from "../adapters/model.js";
import { rememberingEmbedder } from "../adapters/remembering-embedder.js";
import { createRandom } from "../soak/random.js";

// The long form: npm run test:faults.
const KILLS = Number(process.env["QUOTH_FAULTS"] ?? 3);
const FLIPS = KILLS * 4;
/** Time is no assertion: the long form takes minutes, on a busy machine many. */
vi.setConfig({ testTimeout: 3_600_000 });
const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const random = createRandom(1961);

let root = "";
let embedder: Embedder;
let before: readonly Unit[] = [];
let after: readonly Unit[] = [];
/** A data folder with the index of the corpus as it was. */
let good = "";
/** How long a build takes that is left alone, milliseconds. */
let whole = 0;

const corpus = (): string => path.join(root, "corpus");
const write = async (paragraphs: readonly string[]): Promise<readonly Unit[]> => {
  const folder = path.join(corpus(), "work");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "text.txt"), paragraphs.join("\n\n"));
  writeFileSync(
    path.join(folder, "work.yaml"),
    "id: work\ntitle: Work\nauthor: Ann Author\nwitnesses:\n  - {siglum: a, file: text.txt, format: plain}\n",
  );
  return collectUnits(await readCorpus(corpus()));
};

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), "quoth-faults-"));
  embedder = rememberingEmbedder(await openBundled());
  good = path.join(root, "good");
  before = await write(PARAGRAPHS.slice(0, 20));
  const { index } = await ensure(before, good);
  await index.close();
  // Two are gone, thirty are new.
  after = await write(PARAGRAPHS.slice(2));
  const began = performance.now();
  expect(await build(copyOfGood()).ended).toMatchObject({ code: 0 });
  whole = performance.now() - began;
});
afterAll(async () => {
  await embedder.close();
  rmSync(root, { recursive: true, force: true });
});

let copies = 0;
function copyOfGood(): string {
  const dataDir = path.join(root, `data-${(copies += 1)}`);
  cpSync(good, dataDir, { recursive: true });
  return dataDir;
}

const ensure = (units: readonly Unit[], dataDir: string, warnings: string[] = []) =>
  ensureIndex(units, embedder, {
    corpusDir: corpus(),
    dataDir,
    onProgress: () => undefined,
    onWarning: (text) => void warnings.push(text),
  });

/** `quoth build` as a process of its own; `kilobytes` is the most that a file of its may hold. */
function build(dataDir: string, kilobytes?: number) {
  const limit = kilobytes === undefined ? "" : `ulimit -f ${kilobytes}; `;
  const child = spawn(
    "bash",
    [
      "-c",
      `${limit}exec "$0" "$@"`,
      process.execPath,
      MAIN,
      "build",
      "--corpus",
      corpus(),
      "--data",
      dataDir,
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let err = "";
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  const ended = once(child, "close").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
    err,
  }));
  return { child, ended };
}

/** Every folder that bears an index's name is a whole index, of the corpus as it was or as it is. */
async function expectWholeOnly(dataDir: string): Promise<void> {
  const folders = readdirSync(dataDir).filter((name) => !name.endsWith(".tmp"));
  expect(folders.length).toBeGreaterThan(0);
  for (const name of folders) {
    const index = await openIndex(path.join(dataDir, name), undefined, embedder.model, true);
    expect([before, after].map((units) => corpusHash(units))).toContain(index.manifest.corpus);
    await index.close();
  }
}

it(`a build killed at ${KILLS} moments leaves the last good index, and the next build ends as any`, async () => {
  let killed = 0;
  for (let time = 0; time < KILLS; time += 1) {
    const dataDir = copyOfGood();
    const { child, ended } = build(dataDir);
    // One moment in each part of the time that a build takes.
    const timer = setTimeout(() => child.kill("SIGKILL"), ((time + random()) / KILLS) * whole);
    if ((await ended).signal === "SIGKILL") killed += 1;
    clearTimeout(timer);
    await expectWholeOnly(dataDir);
    const { index } = await ensure(after, dataDir);
    await expectLikeNew(index, after, embedder);
    await index.close();
    expect(readdirSync(dataDir)).toHaveLength(1);
    rmSync(dataDir, { recursive: true });
  }
  expect(killed).toBeGreaterThan(0);
});

// Smaller than the records; than the graphs; than the last of them.
it.each([4, 60, 150])(
  "a disk that is full after %d KiB leaves the last good index, and says so",
  async (limit) => {
    const dataDir = copyOfGood();
    const { code, signal, err } = await build(dataDir, limit).ended;
    expect({ code, signal }).toEqual({ code: 4, signal: null });
    expect(err).toMatch(/could not be kept in .*; this run searches it from memory/);
    expect(err).not.toMatch(/\n {4}at /);
    expect(readdirSync(dataDir)).toEqual(readdirSync(good));
    await expectWholeOnly(dataDir);
  },
);

it(`each of ${FLIPS} flipped bytes, in any file, is found, and what is served is right`, async () => {
  const dataDir = path.join(root, "flipped");
  const { folder, index } = await ensure(after, dataDir);
  await index.close();
  const names = readdirSync(folder);
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const file = path.join(folder, names[flip % names.length]!);
    const bytes = readFileSync(file);
    const at = Math.floor(random() * bytes.length);
    bytes[at] = bytes[at]! ^ (1 << Math.floor(random() * 8));
    writeFileSync(file, bytes);
    const warnings: string[] = [];
    const served = await ensure(after, dataDir, warnings);
    await expectLikeNew(served.index, after, embedder);
    await served.index.close();
    // A manifest may bear it where it is only told: then nothing is wrong.
    if (served.built)
      expect(warnings).toEqual([expect.stringMatching(/cannot be used: .* Building it again\./)]);
    else expect(path.basename(file)).toBe("manifest.json");
  }
});
