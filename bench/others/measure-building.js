// From the opened model to the index on disk: the floor's bare passes, quoth, and the others.
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { runPasses } from "../measure-build.js";
import { PLAIN, QUOTH_BUILD } from "../places.js";
import { runScript } from "../processes.js";
import { percentile, ratioOfMedians, shuffle } from "../statistics.js";
import { CONTENDER, OTHERS } from "./places.js";

const MIB = 2 ** 20;

/**
 * @param {object} corpus as `prepareCorpus` gives it
 * @param {{ rounds: number, given: boolean }} plan `given`: the others are handed the floor's vectors
 */
export async function measureBuilding(corpus, { rounds, given }, random) {
  await runScript([PLAIN, "tokenize", corpus.dir]);
  const samples = { floor: [await runPasses(corpus.dir)], quoth: [] };
  const steps = {
    async floor() {
      samples.floor.push(await runPasses(corpus.dir));
    },
    async quoth() {
      const { out } = await runScript([QUOTH_BUILD, corpus.corpus, corpus.data]);
      samples.quoth.push(JSON.parse(out).ms);
    },
    ...Object.fromEntries(
      OTHERS.map((name) => [
        name,
        async () => {
          const args = [CONTENDER, name, "build", corpus.dir, ...(given ? ["given"] : [])];
          const { out } = await runScript(args);
          // Some print about themselves first.
          (samples[name] ??= []).push(JSON.parse(out.trim().split("\n").at(-1)).ms);
        },
      ]),
    ),
  };
  for (let round = 0; round < rounds; round += 1)
    for (const name of shuffle(Object.keys(steps), random))
      // The vectors are made once beforehand; a round of its own for the floor only where the others make theirs.
      if (name !== "floor" || (!given && round > 0)) await steps[name]();
  return Object.fromEntries(
    Object.entries(samples).map(([name, ms]) => [
      name,
      {
        ms: percentile(ms, 0.5),
        toFloor: ratioOfMedians(ms, samples.floor, random).ratio,
        diskMiB: sizeOf(folderOf(corpus, name)) / MIB,
      },
    ]),
  );
}

function folderOf(corpus, name) {
  if (name === "floor") return path.join(corpus.dir, "limit.f32");
  return name === "quoth" ? corpus.data : path.join(corpus.dir, name);
}

function sizeOf(place) {
  const stats = statSync(place);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(path.join(place, name)), 0);
}
