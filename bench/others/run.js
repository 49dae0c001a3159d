// quoth beside minisearch, Orama, LangChain.js, LlamaIndex.TS, vectra and the raw floor, on the same texts, with the
// same model file, in one run. Writes bench/others.json and bench/others.md.
//   npm run bench:others             the figures (some ten minutes, on a quiet machine)
//   npm run bench:others -- --large  with 10,000 paragraphs, too (as long again)
//   npm run bench:others -- --short  CI: every part runs on little; no figure is judged or written
//   npm run bench:others -- --only "copies 10000"   one text alone; nothing is written
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describeMachine } from "../machine.js";
import { LETTER_CORPUS } from "../places.js";
import { runScript } from "../processes.js";
import { rounded, seededRandom } from "../statistics.js";
import { prepareCorpus } from "./corpora.js";
import { countSlices, judgeFound, judgeRefusals } from "./judge.js";
import { measureAsking, timesOf } from "./measure-asking.js";
import { measureBuilding } from "./measure-building.js";
import { measureStarting } from "./measure-starting.js";
import { HERE, INSTALLED, PACKAGES, SPLITTING } from "./places.js";
import { renderOthers } from "./render-others.js";

const SEED = 19610418;
const ALL = Number.POSITIVE_INFINITY;
/** `given`: the floor's vectors are handed to the others, so that a run stays within ten minutes. */
const FULL = [
  {
    name: "letter",
    level: "sentence",
    build: { rounds: 3, given: false },
    start: { rounds: 8 },
    ask: { questions: ALL, foreign: 500 },
  },
  {
    name: "xquad",
    level: "sentence",
    build: { rounds: 1, given: false },
    start: { rounds: 8 },
    ask: { questions: ALL, foreign: 0 },
  },
  {
    name: "xquad",
    level: "paragraph",
    build: { rounds: 1, given: true },
    ask: { questions: ALL, foreign: 0 },
  },
  {
    name: "half",
    level: "sentence",
    build: { rounds: 1, given: true },
    ask: { questions: ALL, foreign: 500 },
  },
  {
    // Some 10,000 sentences.
    name: "copies 2300",
    level: "sentence",
    build: { rounds: 1, given: true },
    start: { rounds: 3 },
    ask: { questions: 200, foreign: 0 },
  },
];
const LARGE = [
  {
    name: "copies 10000",
    level: "paragraph",
    build: { rounds: 1, given: true },
    start: { rounds: 3 },
    ask: { questions: 200, foreign: 0 },
  },
];
const SHORT = [
  {
    name: "letter",
    level: "sentence",
    build: { rounds: 1, given: false },
    start: { rounds: 1 },
    ask: { questions: 30, foreign: 20 },
  },
  {
    name: "few 2",
    level: "paragraph",
    build: { rounds: 1, given: true },
    start: { rounds: 1 },
    ask: { questions: 30, foreign: 20 },
  },
];

const short = process.argv.includes("--short");
const only = process.argv.includes("--only") ? process.argv.at(-1) : undefined;
const large = process.argv.includes("--large") || only !== undefined;
const plans = (short ? SHORT : [...FULL, ...(large ? LARGE : [])]).filter(
  ({ name }) => only === undefined || name === only,
);
const say = (text) => process.stderr.write(`${text}\n`);
install();
const machine = {
  ...describeMachine(["@xenova/transformers", "onnxruntime-node", "hnswlib-node"]),
  others: Object.fromEntries(Object.values(PACKAGES).map((name) => [name, versionOf(name)])),
};
const random = seededRandom(SEED);
const home = mkdtempSync(path.join(os.tmpdir(), "quoth-others-"));
const began = performance.now();
try {
  const results = [];
  for (const plan of plans) results.push(await measure(plan));
  say("splitters");
  const folders = [
    LETTER_CORPUS,
    "letter",
    ...(short || only ? [] : [path.join(home, "xquad", "corpus"), "xquad"]),
  ];
  const { out } = await runScript([SPLITTING, ...folders]);
  const report = {
    machine,
    seed: SEED,
    minutes: (performance.now() - began) / 60_000,
    results,
    splitting: JSON.parse(out),
  };
  const text = await renderOthers(report);
  process.stdout.write(text);
  const { quotes, bad } = results
    .flatMap(({ slices }) => slices ?? [])
    .reduce((sum, one) => ({ quotes: sum.quotes + one.quotes, bad: sum.bad + one.bad }), {
      quotes: 0,
      bad: 0,
    });
  if (bad > 0 || quotes === 0) {
    say(`FAILED: ${bad} of quoth's ${quotes} quotes are not what their file says.`);
    process.exitCode = 1;
  } else if (!short && only === undefined) {
    writeFileSync(
      new URL("../others.json", import.meta.url),
      `${JSON.stringify(rounded(report), null, 2)}\n`,
    );
    writeFileSync(new URL("../others.md", import.meta.url), text);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function measure({ name, level, build, start, ask }) {
  const corpus = await prepareCorpus(home, name, level);
  say(`${name}, ${corpus.places.length} ${level}s: build`);
  const building = await measureBuilding(corpus, build, random);
  if (start) say(`${name}: process start to first answer`);
  const starting = start ? await measureStarting(corpus, start, random) : undefined;
  say(`${name}: questions`);
  const asking = await measureAsking(corpus, ask, random);
  // Copies have no one right place.
  const judged = !name.startsWith("copies");
  return {
    name,
    level,
    units: corpus.places.length,
    passages: corpus.passages,
    sentences: corpus.sentences,
    questions: asking.questions.length,
    given: build.given,
    building,
    starting,
    asking: timesOf(asking, random),
    slices: countSlices(asking),
    ...(judged ? { found: judgeFound(corpus, asking) } : {}),
    // The frozen half is what nothing of quoth was fitted on.
    ...(name === "letter" ? { frozen: judgeFound(corpus, asking, ({ half }) => half === "frozen") } : {}),
    ...(corpus.foreign.length > 0 ? { refusals: judgeRefusals(asking), foreign: corpus.foreign.length } : {}),
  };
}

/** A package of its own: quoth's own installation stays small. hnswlib-node is found in quoth's. */
function install() {
  if (existsSync(INSTALLED)) return;
  say("Installing the other systems (npm ci in bench/others)");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts"], {
    cwd: HERE,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0)
    throw new Error("The other systems could not be installed: npm ci failed in bench/others.");
}

function versionOf(name) {
  return JSON.parse(readFileSync(path.join(HERE, "node_modules", name, "package.json"), "utf8")).version;
}
