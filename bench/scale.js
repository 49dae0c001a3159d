// npm run bench:scale: what quoth costs at 1,000, 10,000 and 100,000 sentences and at 10,000 paragraphs, how fast it
// builds beside the bare forward passes, and how soon an edit is found. Writes bench/scale.md and bench/scale.json.
//   node bench/scale.js [--short]
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { readCorpus } from "../dist/adapters/files/read-corpus.js";
import { ensureIndex } from "../dist/adapters/index/ensure-index.js";
import { openModel } from "../dist/adapters/transformers/open-model.js";
import { createLexicon } from "../dist/retrieval/searcher.js";
import { settingsFor } from "./compose.js";
import { describeMachine } from "./machine.js";
import { measureBuild } from "./measure-build.js";
import { measureRecall } from "./measure-recall.js";
import { PLAIN } from "./places.js";
import { runScript } from "./processes.js";
import { renderScale } from "./render-scale.js";
import { readXquad, scaleParagraphs, writeScaleCorpus } from "./scale-corpus.js";
import { percentile, rounded, seededRandom } from "./statistics.js";
import { syntheticEmbedder } from "./synthetic-embedder.js";

const SEED = 1961;
const MIB = 2 ** 20;
/** XQuAD has 4.9 sentences a paragraph. */
const FULL = {
  sizes: [
    { title: "1,000 sentences", paragraphs: 204 },
    { title: "10,000 sentences", paragraphs: 2_044 },
    { title: "10,000 paragraphs", paragraphs: 10_000 },
    { title: "100,000 sentences", paragraphs: 20_450 },
  ],
  questions: 500,
  recall: 200,
  build: { paragraphs: 960, rounds: 3 },
};
const SHORT = {
  sizes: [{ title: "1,000 sentences", paragraphs: 204 }],
  questions: 60,
  recall: 40,
  build: { paragraphs: 240, rounds: 1 },
};

const short = process.argv.includes("--short");
const plan = short ? SHORT : FULL;
const say = (text) => process.stderr.write(`${text}\n`);
const machine = describeMachine();
const home = mkdtempSync(path.join(os.tmpdir(), "quoth-scale-"));
try {
  const build = await measureRate();
  const sizes = [];
  for (const size of plan.sizes) sizes.push(await measureSize(size));
  const report = { machine, seed: SEED, build, sizes };
  const text = renderScale(report);
  process.stdout.write(text);
  if (!short) {
    writeFileSync(new URL("scale.json", import.meta.url), `${JSON.stringify(rounded(report), null, 2)}\n`);
    writeFileSync(new URL("scale.md", import.meta.url), text);
  }
  const broken = sizes.flatMap(({ title, serve }) =>
    serve.edits.some(({ found }) => !found) ? [title] : [],
  );
  for (const title of broken) say(`FAILED: at ${title} an edit was not found`);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** Real vectors throughout: altered copies are embedded, here and by the bare passes. */
async function measureRate() {
  say("build rate");
  const { paragraphs, rounds } = plan.build;
  const dir = path.join(home, "rate");
  const places = { corpus: path.join(dir, "corpus"), data: path.join(dir, "data"), dir };
  mkdirSync(places.data, { recursive: true });
  writeScaleCorpus(places.corpus, scaleParagraphs(paragraphs));
  const units = createLexicon(await readCorpus(places.corpus)).units;
  writeFileSync(path.join(dir, "texts.json"), JSON.stringify(units.map((unit) => unit.sentences.join(" "))));
  writeFileSync(path.join(dir, "questions.json"), "[]");
  await runScript([PLAIN, "tokenize", dir]);
  const measured = await measureBuild(places, { rounds, cli: false }, seededRandom(SEED));
  return { ...measured, sentences: units.reduce((sum, unit) => sum + unit.sentences.length, 0) };
}

async function measureSize({ title, paragraphs }) {
  say(`${title}: index`);
  const corpus = path.join(home, `corpus-${paragraphs}`);
  const data = path.join(home, `data-${paragraphs}`);
  mkdirSync(data);
  writeScaleCorpus(corpus, scaleParagraphs(paragraphs));
  const { units } = createLexicon(await readCorpus(corpus));
  const originals = readXquad().contexts.length;
  const embedder = await openModel(settingsFor(corpus, data));
  const copies = await closeness(embedder, units, originals);
  const start = performance.now();
  const ensured = await ensureIndex(units, syntheticEmbedder(embedder, units, originals), {
    corpusDir: corpus,
    dataDir: data,
    onProgress: () => undefined,
    onWarning: (message) => say(`quoth: ${message}`),
  });
  const indexMs = performance.now() - start;
  say(`${title}: recall`);
  const questions = readXquad().questions.filter((_, at) => at % 5 === 0);
  const queries = [];
  for (const question of questions.slice(0, plan.recall))
    queries.push((await embedder.encodeQuestion(question)).pooled);
  const recall = await measureRecall(ensured.parts, ensured.index, queries);
  await ensured.index.close();
  await embedder.close();
  const disk = diskOf(ensured.folder);
  say(`${title}: questions and edits`);
  const args = [corpus, data, String(paragraphs), String(plan.questions)];
  const { out } = await runScript([new URL("scale-serve.js", import.meta.url).pathname, ...args]);
  rmSync(corpus, { recursive: true });
  rmSync(data, { recursive: true });
  return {
    title,
    paragraphs: units.length,
    sentences: units.reduce((sum, unit) => sum + unit.sentences.length, 0),
    real: Math.min(originals, units.length),
    copies,
    indexMs,
    recall,
    disk,
    serve: JSON.parse(out),
  };
}

/** Median cosine of real altered copies, sentence by sentence, to their originals: what synthetic-embedder imitates. */
async function closeness(embedder, units, originals) {
  const compared = units.slice(originals, originals + 40);
  if (compared.length < 40) return null;
  const [first, second] = [0, originals].map((from) =>
    embedder.encodePassages(units.slice(from, from + 40).map((unit) => unit.sentences)),
  );
  const [reals, altered] = await Promise.all([first, second]);
  const cosines = reals.flatMap((one, at) =>
    one.sentences.flatMap(({ pooled }, i) => {
      const other = altered[at].sentences[i];
      return other ? [pooled.reduce((sum, value, d) => sum + value * other.pooled[d], 0)] : [];
    }),
  );
  return percentile(cosines, 0.5);
}

function diskOf(folder) {
  const of = (pattern) =>
    readdirSync(folder)
      .filter((name) => pattern.test(name))
      .reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0) / MIB;
  return { records: of(/^records/), graphs: of(/\.hnsw$/), tables: of(/\.json$/) };
}
