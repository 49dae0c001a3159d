// Building an index anew: quoth from the shell and in the library, plain, and the bare forward passes.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { LIMIT, PLAIN, QUOTH, QUOTH_BUILD } from "./places.js";
import { runScript, serve } from "./processes.js";
import { percentile, ratioOfMedians, shuffle, summarise } from "./statistics.js";

/** Processes of the bare forward passes. */
const PROCESSES = 2;
const PERIOD = 1;

/** @param {import("./corpora.js").Corpus} corpus */
export async function measureBuild(corpus, { rounds, cli = true }, random) {
  const places = ["--corpus", corpus.corpus, "--data", corpus.data];
  const samples = { cli: [], library: [], plain: [], plainWhole: [], passes: [] };
  const loop = [];
  let passages = 0;
  const steps = {
    async cli() {
      const { exitMs } = await runScript([QUOTH, "build", "--force", ...places]);
      samples.cli.push(exitMs);
    },
    async library() {
      // This process has nothing to do meanwhile: what its own loop is late by, the machine owes.
      const idle = monitorEventLoopDelay({ resolution: PERIOD });
      idle.enable();
      const { out } = await runScript([QUOTH_BUILD, corpus.corpus, corpus.data]);
      idle.disable();
      const built = JSON.parse(out);
      passages = built.passages;
      samples.library.push(built.ms);
      loop.push({ ...built, idleMax: Math.max(0, idle.max / 1e6 - PERIOD) });
    },
    async plain() {
      const { out, exitMs } = await runScript([PLAIN, "build", corpus.dir]);
      samples.plain.push(JSON.parse(out).ms);
      samples.plainWhole.push(exitMs);
    },
    async passes() {
      samples.passes.push(await runPasses(corpus.dir));
    },
  };
  for (let round = 0; round < rounds; round += 1)
    for (const name of shuffle(Object.keys(steps), random)) if (cli || name !== "cli") await steps[name]();
  const rate = (ms) => (1000 * passages) / percentile(ms, 0.5);
  return {
    passages,
    rounds,
    passagesPerSecond: {
      library: rate(samples.library),
      plain: rate(samples.plain),
      passes: rate(samples.passes),
    },
    ...(cli
      ? {
          wholeMs: { quoth: summarise(samples.cli), plain: summarise(samples.plainWhole) },
          wholeRateToPlain: ratioOfMedians(samples.plainWhole, samples.cli, random),
        }
      : {}),
    rateToPlain: ratioOfMedians(samples.plain, samples.library, random),
    rateToPasses: ratioOfMedians(samples.passes, samples.library, random),
    eventLoop: {
      /** The worst round, and the median of the rounds' worst. */
      embeddingMax: Math.max(...loop.map((one) => one.embedding.max)),
      embeddingMaxP50: percentile(
        loop.map((one) => one.embedding.max),
        0.5,
      ),
      embeddingP99: Math.max(...loop.map((one) => one.embedding.p99)),
      writingMax: Math.max(...loop.map((one) => one.writing.max)),
      idleMax: Math.max(...loop.map((one) => one.idleMax)),
    },
  };
}

/**
 * The bare forward passes over the texts of a folder, in two processes; leaves their vectors as limit.f32.
 * @param {string} dir with texts.json and text-ids.json @returns {Promise<number>} how long the passes took, ms
 */
export async function runPasses(dir) {
  const workers = await Promise.all(
    Array.from({ length: PROCESSES }, (_, part) =>
      serve([LIMIT, "passes", dir, String(part), String(PROCESSES)]),
    ),
  );
  const start = performance.now();
  const parts = await Promise.all(workers.map((worker) => worker.ask({ go: true })));
  const ms = performance.now() - start;
  writeVectors(path.join(dir, "limit.f32"), parts);
  await Promise.all(workers.map((worker) => worker.stop()));
  return ms;
}

/** What limit scans: passage `at` was embedded by process `at % PROCESSES`. */
function writeVectors(file, parts) {
  const count = parts.reduce((sum, { vectors }) => sum + vectors.length, 0);
  const rows = Array.from(
    { length: count },
    (_, at) => parts[at % PROCESSES].vectors[Math.floor(at / PROCESSES)],
  );
  writeFileSync(file, new Uint8Array(Float32Array.from(rows.flat()).buffer));
}
