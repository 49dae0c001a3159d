// What quoth costs, measured: cold start, warm question, build, event loop; and what must hold: slice identity,
// HNSW's ten best. Writes bench/speed.json and bench/speed.md.
//   node bench/run.js            the figures (minutes, on a quiet machine)
//   node bench/run.js --short    CI: every part runs and what must hold, holds; no figure is judged or written
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { prepareCorpora } from "./corpora.js";
import { failuresOf, judge } from "./goals.js";
import { describeMachine } from "./machine.js";
import { measureBuild } from "./measure-build.js";
import { measureCold } from "./measure-cold.js";
import { measureWarm } from "./measure-warm.js";
import { PLAIN } from "./places.js";
import { runScript } from "./processes.js";
import { renderReport } from "./render-report.js";
import { rounded, seededRandom } from "./statistics.js";

const SEED = 19610418;
const ALL = Number.POSITIVE_INFINITY;
const FULL = {
  build: { letter: { rounds: 5 }, xquad: { rounds: 3 } },
  cold: { rounds: 12, memoryRounds: 3 },
  warm: {
    letter: { rounds: 1, questions: ALL, exact: ALL },
    xquad: { rounds: 1, questions: ALL, exact: ALL },
  },
};
const SHORT = {
  build: { letter: { rounds: 1 }, xquad: { rounds: 1, cli: false } },
  cold: { rounds: 1, memoryRounds: 1, warmUp: 0 },
  warm: {
    letter: { rounds: 1, questions: 40, exact: 40, warmUp: 5 },
    xquad: { rounds: 1, questions: 60, exact: 60, warmUp: 5 },
  },
};

const short = process.argv.includes("--short");
const plan = short ? SHORT : FULL;
const say = (text) => process.stderr.write(`${text}\n`);
const machine = describeMachine();
const random = seededRandom(SEED);
const home = mkdtempSync(path.join(os.tmpdir(), "quoth-bench-"));
let failures = [];
try {
  const results = {};
  for (const corpus of await prepareCorpora(home)) {
    say(`${corpus.title}: preparing`);
    await prepareFloor(corpus);
    say(`${corpus.title}: build`);
    const build = await measureBuild(corpus, plan.build[corpus.name], random);
    say(`${corpus.title}: process start to first answer`);
    const cold = await measureCold(corpus, plan.cold, random);
    say(`${corpus.title}: warm`);
    const warm = await measureWarm(corpus, plan.warm[corpus.name], random);
    results[corpus.name] = { title: corpus.title, build, cold, warm };
  }
  failures = failuresOf(results);
  const report = { machine, seed: SEED, goals: judge(results), results };
  const text = await renderReport(report, failures);
  process.stdout.write(text);
  if (!short && failures.length === 0) {
    const file = (name) => new URL(name, import.meta.url);
    writeFileSync(file("speed.json"), `${JSON.stringify(rounded(report), null, 2)}\n`);
    writeFileSync(file("speed.md"), text);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
for (const failure of failures) say(`FAILED: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** The word pieces that limit reads, on disk before anything is timed; the builds that are measured leave the rest. */
async function prepareFloor(corpus) {
  await runScript([PLAIN, "tokenize", corpus.dir]);
  corpus.idsOf = new Map(JSON.parse(readFileSync(path.join(corpus.dir, "question-ids.json"), "utf8")));
}
