// Fits the probability that the shown quotes answer the question, and the two thresholds.
//   node scripts/fit-abstention.js path/to/squad/dev-v2.0.json > src/retrieval/calibration-MODEL.ts
// QUOTH_MODEL names the model; each has a calibration of its own (src/retrieval/fit-of.ts).
// Data: the first 8 articles (by title) of SQuAD 2.0 dev without the paragraphs that XQuAD shares, whole and in
// pieces of 8 paragraphs, with questions of other articles as foreign ones; the dev half of the letter's
// questions, and SQuAD's questions put to the letter. Deterministic: every draw comes from the seed.
import { readFileSync } from "node:fs";
import { open, readSettings } from "../dist/quoth.js";
import { assembleWork } from "../dist/edition/assemble-work.js";
import { openModel } from "../dist/adapters/transformers/open-model.js";
import { indexInMemory } from "../dist/adapters/index/index-in-memory.js";
import { encodeUnits, unitHash } from "../dist/retrieval/encode-units.js";
import { createLexicon } from "../dist/retrieval/searcher.js";
import { meet } from "../dist/retrieval/meet.js";
import { FEATURES, featuresOf } from "../dist/retrieval/features.js";
import { chooseRuns } from "../dist/retrieval/choose-run.js";
import { accepts } from "../dist/evaluation/accepts.js";

const SEED = 19610418;
const LETTER_WEIGHT = 4;
const RIDGE = 1;
/** Kinds of the letter's questions that are about something else, or about somebody whom it never names. */
const OFF_TOPIC = new Set(["letter off-topic", "letter hostile", "letter absent-name"]);
/** False answers on foreign questions, at most, at each operating point. */
const FALSE_ANSWERS = { default: 0.03, strict: 0.005 };

let state = SEED;
const random = () => {
  // mulberry32
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const draw = (list, count) => {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy.slice(0, count);
};

const settings = readSettings({}, { QUOTH_MODEL: process.env.QUOTH_MODEL });
const embedder = await openModel(settings);
const encodedQuestions = new Map();
const caching = {
  ...embedder,
  encodeQuestion: async (text) => {
    if (!encodedQuestions.has(text)) encodedQuestions.set(text, await embedder.encodeQuestion(text));
    return encodedQuestions.get(text);
  },
};

const plain = (text) => text.replace(/\s+/g, " ").trim();
const shared = new Set(
  JSON.parse(readFileSync(new URL("../test/data/xquad.en.json", import.meta.url), "utf8")).data.flatMap(
    (article) => article.paragraphs.map((paragraph) => plain(paragraph.context)),
  ),
);
const articles = JSON.parse(readFileSync(process.argv[2], "utf8"))
  .data.sort((a, b) => (a.title < b.title ? -1 : 1))
  .slice(0, 8)
  .map((article) => article.paragraphs.filter((paragraph) => !shared.has(plain(paragraph.context))));
const questionsOf = (paragraphs) =>
  paragraphs.flatMap((paragraph, at) =>
    paragraph.qas.map((qa) => ({
      text: qa.question.trim(),
      paragraph: at,
      answers: qa.is_impossible ? [] : qa.answers.map((answer) => answer.answer_start),
    })),
  );

const encodings = new Map();
async function searcherFor(paragraphs) {
  const texts = paragraphs.map((paragraph) =>
    paragraph.context.replace(/\s*\n\s*/g, (gap) => " ".repeat(gap.length)),
  );
  const work = assembleWork(
    {
      id: "squad",
      title: "squad",
      author: ["nobody in particular"],
      witnesses: [{ siglum: "s", file: "s", format: "plain", language: "en" }],
    },
    [{ text: texts.join("\n\n"), sha256: "0".repeat(64), path: "s" }],
  );
  const lexicon = createLexicon([work]);
  const encoded = await encodeUnits(
    lexicon.units,
    embedder,
    (hash) => encodings.get(hash),
    () => undefined,
  );
  encoded.forEach((unit, at) => encodings.set(unitHash(lexicon.units[at]), unit));
  const starts = [];
  texts.reduce((at, text) => (starts.push(at), at + text.length + 2), 0);
  return {
    searcher: {
      ...lexicon,
      index: indexInMemory(lexicon.units, encoded, embedder.model.dimensions),
      embedder: caching,
    },
    starts,
  };
}

const samples = [];
async function sample(searcher, text, isRight, weight, kind) {
  const { question, prose } = await meet(searcher, text, searcher.works, () => true);
  if (prose.length === 0) return;
  const features = featuresOf(question, prose, searcher);
  const runs = chooseRuns(prose, 3).filter((run) => run.best.score >= 0.75 * prose[0].score);
  samples.push({ x: FEATURES.map((name) => features[name]), y: runs.some(isRight) ? 1 : 0, weight, kind });
}

async function sampleCorpus(paragraphs, others, { own, foreign, weight, name }) {
  const { searcher, starts } = await searcherFor(paragraphs);
  for (const question of draw(questionsOf(paragraphs), own)) {
    const right = (run) => {
      const unit = searcher.units[run.unit];
      return question.answers.some((answer) => {
        const at = starts[question.paragraph] + answer;
        return unit.passage.sentences[run.from].start <= at && at < unit.passage.sentences[run.to - 1].end;
      });
    };
    const isNear = question.answers.length === 0;
    await sample(searcher, question.text, right, weight, `${name} ${isNear ? "near miss" : "own"}`);
  }
  for (const question of draw(others, foreign))
    await sample(searcher, question.text, () => false, weight, `${name} foreign`);
}

// Three sizes of corpus, for among more passages a chance likeness is likelier: 8 paragraphs, an article, seven articles.
for (const [own, article] of articles.entries()) {
  const others = articles.flatMap((other, at) => (at === own ? [] : questionsOf(other)));
  for (let at = 0; at + 4 <= article.length; at += 8) {
    await sampleCorpus(article.slice(at, at + 8), others, {
      own: 24,
      foreign: 24,
      weight: 1,
      name: "squad 8",
    });
  }
  await sampleCorpus(article, others, { own: 110, foreign: 110, weight: 1, name: "squad article" });
  await sampleCorpus(
    articles.flatMap((other, at) => (at === own ? [] : other)),
    questionsOf(article),
    { own: 110, foreign: 110, weight: 1, name: "squad pooled" },
  );
  process.stderr.write(`article ${own + 1} of ${articles.length}: ${samples.length} samples\n`);
}

const quoth = await open({ ...settings, onWarning: (message) => process.stderr.write(`${message}\n`) });
const { index } = await quoth.prepare();
const letter = { ...createLexicon(quoth.sources()), index, embedder: caching };
const letterQuestions = readFileSync(new URL("../test/data/letter-questions.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line))
  .filter((question) => question.half === "dev" && !["structure", "language"].includes(question.kind));
for (const question of letterQuestions) {
  await sample(
    letter,
    question.question,
    (run) => accepts(question, { ...letter.units[run.unit], from: run.from, to: run.to }).accepted,
    LETTER_WEIGHT,
    `letter ${question.kind}`,
  );
}
for (const question of draw(articles.flatMap(questionsOf), 500))
  await sample(letter, question.text, () => false, 1, "letter foreign");
await quoth.close();
await embedder.close();

// Two ridge-penalised logistic regressions by Newton's method on standardised features: whether the question is about
// what the corpus is about, over all samples; and whether the quotes answer it, over those where it is.
const total = samples.reduce((sum, s) => sum + s.weight, 0);
const means = FEATURES.map((_, k) => samples.reduce((sum, s) => sum + s.weight * s.x[k], 0) / total);
const scales = FEATURES.map(
  (_, k) => Math.sqrt(samples.reduce((sum, s) => sum + s.weight * (s.x[k] - means[k]) ** 2, 0) / total) || 1,
);
const rows = samples.map((s) => [1, ...s.x.map((value, k) => (value - means[k]) / scales[k])]);
const isOffTopic = ({ kind }) => kind.endsWith(" foreign") || OFF_TOPIC.has(kind);
const topic = regress(
  samples.map((_, i) => i),
  (s) => (isOffTopic(s) ? 0 : 1),
);
const answer = regress(
  samples.flatMap((s, i) => (isOffTopic(s) ? [] : [i])),
  (s) => s.y,
);
function sigmoid(row, beta) {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, k) => sum + value * beta[k], 0)));
}
const probability = (row) => sigmoid(row, topic) * sigmoid(row, answer);

function regress(chosen, target) {
  let beta = new Array(FEATURES.length + 1).fill(0);
  for (let step = 0; step < 30; step += 1) {
    const size = beta.length;
    const gradient = beta.map((b, k) => (k === 0 ? 0 : -RIDGE * b));
    const hessian = beta.map((_, k) => beta.map((__, l) => (k === l ? (k === 0 ? 1e-9 : RIDGE) : 0)));
    for (const i of chosen) {
      const row = rows[i];
      const p = sigmoid(row, beta);
      const { weight } = samples[i];
      for (let k = 0; k < size; k += 1) {
        gradient[k] += weight * (target(samples[i]) - p) * row[k];
        for (let l = 0; l < size; l += 1) hessian[k][l] += weight * p * (1 - p) * row[k] * row[l];
      }
    }
    const delta = solve(hessian, gradient);
    beta = beta.map((b, k) => b + delta[k]);
  }
  return beta;
}
function solve(matrix, vector) {
  const m = matrix.map((row, k) => [...row, vector[k]]);
  for (let k = 0; k < m.length; k += 1) {
    const pivot = m
      .slice(k)
      .reduce((best, row, at) => (Math.abs(row[k]) > Math.abs(m[best][k]) ? at + k : best), k);
    [m[k], m[pivot]] = [m[pivot], m[k]];
    for (let r = 0; r < m.length; r += 1) {
      if (r === k) continue;
      const factor = m[r][k] / m[k][k];
      for (let c = k; c <= m.length; c += 1) m[r][c] -= factor * m[k][c];
    }
  }
  return m.map((row, k) => row[m.length] / row[k]);
}

// Foreign questions find a chance likeness the sooner the more passages there are: for each size of corpus the logit
// that lets just the wanted share through, and a straight line through these over ln(passages).
const SIZE = FEATURES.indexOf("size");
const logitOf = (p) => Math.log(p / (1 - p));
const groups = Map.groupBy
  ? Map.groupBy(samples.keys(), (i) => samples[i].kind)
  : samples.reduce((map, { kind }, i) => map.set(kind, [...(map.get(kind) ?? []), i]), new Map());
const threshold = (rate) => {
  const points = [...groups].flatMap(([kind, own]) => {
    if (!kind.endsWith(" foreign")) return [];
    const highest = own.map((i) => probability(rows[i])).sort((a, b) => b - a);
    const size = own.reduce((sum, i) => sum + samples[i].x[SIZE], 0) / own.length;
    return [[size, logitOf(highest[Math.floor(rate * highest.length)])]];
  });
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const slope =
    points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0) /
    points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
  return { intercept: Number((y - slope * x).toPrecision(6)), slope: Number(slope.toPrecision(6)) };
};
const thresholds = { default: threshold(FALSE_ANSWERS.default), strict: threshold(FALSE_ANSWERS.strict) };
const leastOf = ({ intercept, slope }, size) => 1 / (1 + Math.exp(-(intercept + slope * size)));
const kinds = [...new Set(samples.map((s) => s.kind))];
for (const kind of kinds) {
  const own = samples.flatMap((s, i) =>
    s.kind === kind
      ? [{ answered: probability(rows[i]) >= leastOf(thresholds.default, s.x[SIZE]), y: s.y }]
      : [],
  );
  const share = (test) => ((100 * own.filter(test).length) / own.length).toFixed(1);
  process.stderr.write(
    `${kind.padEnd(20)} ${String(own.length).padStart(5)}  right ${share((s) => s.y === 1)}  answered ${share((s) => s.answered)}  right and answered ${share((s) => s.y === 1 && s.answered)}\n`,
  );
}
const round = (value) => Number(value.toPrecision(6));
const named = (values) => Object.fromEntries(FEATURES.map((name, k) => [name, round(values[k])]));
const data = {
  means: named(means),
  scales: named(scales),
  topic: { intercept: round(topic[0]), weights: named(topic.slice(1)) },
  answer: { intercept: round(answer[0]), weights: named(answer.slice(1)) },
  thresholds,
};
const name = embedder.model.id.replaceAll(/[^A-Za-z0-9]+/g, "_").toUpperCase();
process.stdout.write(`import type { Calibration } from "./calibration.js";

/**
 * Written by scripts/fit-abstention.js (seed ${SEED}, ${samples.length} samples) with the model ${embedder.model.id},
 * sha256 ${embedder.model.sha256}: two logistic regressions fitted on the first 8 articles of SQuAD 2.0 dev
 * (CC BY-SA 4.0) and the dev half of test/data/letter-questions.jsonl; thresholds (logit over ln of the
 * number of passages) let about ${FALSE_ANSWERS.default * 100} % (strict:
 * ${FALSE_ANSWERS.strict * 100} %) of foreign questions through. Not to be edited by hand.
 */
export const CALIBRATION_${name}: Calibration = ${JSON.stringify(data, null, 2)};
`);
