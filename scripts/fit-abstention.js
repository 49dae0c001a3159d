// Fits the probability that the shown quotes answer the question, and the two thresholds.
//   node scripts/fit-abstention.js path/to/squad/dev-v2.0.json path/to/written.json > src/retrieval/calibration-MODEL.ts
// QUOTH_MODEL names the model; each has a calibration of its own (src/retrieval/fit-of.ts). written.json is what
// embeddings/train/held_out.py writes.
// Data: the first 8 articles (by title) of SQuAD 2.0 dev without the paragraphs that XQuAD shares, whole and in
// pieces of 8 paragraphs, with questions of other articles as foreign ones; natural and written questions that no model
// was trained on, with near misses; the dev half of the letter's questions, and SQuAD's questions put to the letter.
// Deterministic: every draw comes from the seed.
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
import { productsOf, standardise } from "../dist/retrieval/probability.js";
import { accepts } from "../dist/evaluation/accepts.js";
import { auroc } from "../dist/evaluation/auroc.js";
import { seededRandom } from "../dist/evaluation/seeded-random.js";
import { dot, ridgeRegression, sigmoid } from "./ridge-regression.js";

const SEED = 19610418;
const LETTER_WEIGHT = 4;
/** Among two features' products there are many that only chance makes useful. */
const RIDGE = { topic: 1, answer: 100 };
/** The near misses were written for this, and some questions are too short to be told apart: worth half of SQuAD's. */
const WRITTEN_WEIGHT = 0.5;
/** Articles are left out in turn, in so many parts, to see how well the fit does on others. */
const FOLDS = 8;
/** Kinds of the letter's questions that are about something else, or about somebody whom it never names. */
const OFF_TOPIC = new Set(["letter off-topic", "letter hostile", "letter absent-name"]);
/** False answers on foreign questions, at most, at each operating point. */
const FALSE_ANSWERS = { default: 0.03, strict: 0.005 };

const random = seededRandom(SEED);
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
/** The articles of a file in SQuAD's format, sorted by title, as their paragraphs; every question knows its home. */
function readSquad(file) {
  return JSON.parse(readFileSync(file, "utf8"))
    .data.sort((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ title, paragraphs }) =>
      paragraphs
        .filter((paragraph) => !shared.has(plain(paragraph.context)))
        .map((paragraph) => ({ ...paragraph, home: title })),
    );
}
const articles = readSquad(process.argv[2]).slice(0, 8);
const questionsOf = (paragraphs) =>
  paragraphs.flatMap((paragraph, at) =>
    paragraph.qas.map((qa) => ({
      text: qa.question.trim(),
      kind: qa.kind,
      home: paragraph.home,
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
/** `home` is what the question is about, in whose corpora no fold may have seen it. */
async function sample(searcher, text, isRight, { weight, kind, home }) {
  const { question, prose } = await meet(searcher, text, searcher.works, () => true);
  if (prose.length === 0) return;
  const features = featuresOf(question, prose, searcher);
  const runs = chooseRuns(prose, 3).filter((run) => run.best.score >= 0.75 * prose[0].score);
  samples.push({
    x: FEATURES.map((name) => features[name]),
    y: runs.some(isRight) ? 1 : 0,
    weight,
    kind,
    home,
  });
}

async function sampleCorpus(paragraphs, asked, foreign, { weight, name }) {
  const { searcher, starts } = await searcherFor(paragraphs);
  for (const question of asked) {
    const right = (run) => {
      const unit = searcher.units[run.unit];
      return question.answers.some((answer) => {
        const at = starts[question.paragraph] + answer;
        return unit.passage.sentences[run.from].start <= at && at < unit.passage.sentences[run.to - 1].end;
      });
    };
    const kind = `${name} ${question.kind ?? (question.answers.length === 0 ? "near miss" : "own")}`;
    await sample(searcher, question.text, right, { weight, kind, home: question.home });
  }
  for (const { text, home } of foreign)
    await sample(searcher, text, () => false, { weight, kind: `${name} foreign`, home });
}

// Three sizes of corpus, for among more passages a chance likeness is likelier: 8 paragraphs, an article, seven articles.
for (const [own, article] of articles.entries()) {
  const rest = articles.filter((_, at) => at !== own);
  const others = rest.flatMap(questionsOf);
  for (let at = 0; at + 4 <= article.length; at += 8) {
    const piece = article.slice(at, at + 8);
    await sampleCorpus(piece, draw(questionsOf(piece), 24), draw(others, 24), { weight: 1, name: "squad 8" });
  }
  const drawn = [draw(questionsOf(article), 110), draw(others, 110)];
  await sampleCorpus(article, ...drawn, { weight: 1, name: "squad article" });
  const pooled = rest.flat();
  const swapped = [draw(questionsOf(pooled), 110), draw(questionsOf(article), 110)];
  await sampleCorpus(pooled, ...swapped, { weight: 1, name: "squad pooled" });
  process.stderr.write(`article ${own + 1} of ${articles.length}: ${samples.length} samples\n`);
}

// What was written: in corpora small enough that "he" and "there" say something; natural questions among all.
const written = readSquad(process.argv[3]).flat();
for (const size of [8, 64]) {
  for (let at = 0; at + size / 2 <= written.length; at += size) {
    const piece = written.slice(at, at + size);
    const foreign = draw(articles.flatMap(questionsOf), size);
    await sampleCorpus(piece, questionsOf(piece), foreign, {
      weight: WRITTEN_WEIGHT,
      name: `written ${size}`,
    });
  }
}
const natural = questionsOf(written).filter(({ kind }) => kind === "natural");
await sampleCorpus(written, natural, draw(articles.flatMap(questionsOf), 300), { weight: 1, name: "pooled" });
process.stderr.write(`written: ${samples.length} samples\n`);

const quoth = await open({ ...settings, onWarning: (message) => process.stderr.write(`${message}\n`) });
const { index } = await quoth.prepare();
const letter = { ...createLexicon(quoth.sources()), index, embedder: caching };
const letterQuestions = readFileSync(new URL("../test/data/letter-questions.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line))
  .filter((question) => question.half === "dev" && !["structure", "language"].includes(question.kind));
for (const [at, question] of letterQuestions.entries()) {
  await sample(
    letter,
    question.question,
    (run) => accepts(question, { ...letter.units[run.unit], from: run.from, to: run.to }).accepted,
    { weight: LETTER_WEIGHT, kind: `letter ${question.kind}`, home: `letter ${at % FOLDS}` },
  );
}
for (const { text, home } of draw(articles.flatMap(questionsOf), 500))
  await sample(letter, text, () => false, { weight: 1, kind: "letter foreign", home });
await quoth.close();
await embedder.close();

// Two ridge-penalised logistic regressions on standardised features: whether the question is about what the corpus is
// about, and, of those that are, whether the quotes answer it, for which products of two features are taken, too. What
// is written ("why so late?") often names nothing, so it says little of what a corpus is about.
const total = samples.reduce((sum, s) => sum + s.weight, 0);
const means = FEATURES.map((_, k) => samples.reduce((sum, s) => sum + s.weight * s.x[k], 0) / total);
const scales = FEATURES.map(
  (_, k) => Math.sqrt(samples.reduce((sum, s) => sum + s.weight * (s.x[k] - means[k]) ** 2, 0) / total) || 1,
);
const byName = (values) => Object.fromEntries(FEATURES.map((name, k) => [name, values[k]]));
const rows = samples.map(({ x }) => {
  const z = standardise(byName(x), { means: byName(means), scales: byName(scales) });
  return { topic: [1, ...z], answer: [1, ...z, ...productsOf(z)] };
});
const isOffTopic = ({ kind }) => kind.endsWith(" foreign") || OFF_TOPIC.has(kind);
const uses = {
  topic: ({ kind }) => !kind.startsWith("written "),
  answer: (s) => !isOffTopic(s) && s.kind !== "pooled natural",
};
const targets = { topic: (s) => (isOffTopic(s) ? 0 : 1), answer: (s) => s.y };
function fit(name, kept) {
  const chosen = [...samples.keys()].filter((i) => uses[name](samples[i]) && kept(samples[i]));
  return ridgeRegression(
    chosen.map((i) => rows[i][name]),
    chosen.map((i) => targets[name](samples[i])),
    chosen.map((i) => samples[i].weight),
    RIDGE[name],
  );
}
const both = (kept) => ({ topic: fit("topic", kept), answer: fit("answer", kept) });
const probability = (row, { topic, answer }) =>
  sigmoid(dot(row.topic, topic)) * sigmoid(dot(row.answer, answer));
const fitted = both(() => true);

// How it does on articles that it was not fitted on.
const homes = [...new Set(samples.map(({ home }) => home))].sort();
const onOthers = new Float64Array(samples.length);
for (let fold = 0; fold < FOLDS; fold += 1) {
  const isOut = new Set(homes.filter((_, at) => at % FOLDS === fold));
  const model = both(({ home }) => !isOut.has(home));
  samples.forEach(({ home }, i) => {
    if (!isOut.has(home)) return;
    onOthers[i] = probability(rows[i], model);
  });
}

// Foreign questions find a chance likeness the sooner the more passages there are: for each size of corpus the logit
// that lets just the wanted share through, and a straight line through these over ln(passages).
const SIZE = FEATURES.indexOf("size");
const logitOf = (p) => Math.log(p / (1 - p));
const groups = samples.reduce((map, { kind }, i) => map.set(kind, [...(map.get(kind) ?? []), i]), new Map());
const threshold = (rate) => {
  const points = [...groups].flatMap(([kind, own]) => {
    if (!kind.endsWith(" foreign") || kind.startsWith("written ")) return [];
    const highest = own.map((i) => probability(rows[i], fitted)).sort((a, b) => b - a);
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
const leastOf = ({ intercept, slope }, size) => sigmoid(intercept + slope * size);

const shareOf = (list, test) => ((100 * list.filter(test).length) / list.length).toFixed(1).padStart(5);
for (const [kind, own] of groups) {
  const least = (i) => leastOf(thresholds.default, samples[i].x[SIZE]);
  const expected = ((100 * own.reduce((sum, i) => sum + onOthers[i], 0)) / own.length).toFixed(1).padStart(5);
  process.stderr.write(
    `${kind.padEnd(22)} ${String(own.length).padStart(5)}  right ${shareOf(own, (i) => samples[i].y === 1)}  expected ${expected}  answered ${shareOf(own, (i) => onOthers[i] >= least(i))}  right and answered ${shareOf(own, (i) => samples[i].y === 1 && onOthers[i] >= least(i))}\n`,
  );
}
for (const corpus of ["squad 8", "squad article", "squad pooled", "written 8", "written 64"]) {
  const of = (test) =>
    samples.flatMap(({ kind }, i) => (kind.startsWith(`${corpus} `) && test(kind) ? [onOthers[i]] : []));
  const near = of((kind) => kind.endsWith("near miss"));
  const foreign = of((kind) => kind.endsWith("foreign"));
  const own = of((kind) => !kind.endsWith("near miss") && !kind.endsWith("foreign"));
  process.stderr.write(
    `${corpus.padEnd(14)} AUROC of its own against near misses ${auroc(own, near).toFixed(3)}, foreign ${auroc(own, foreign).toFixed(4)}\n`,
  );
}
const round = (value) => Number(value.toPrecision(6));
const named = (values) => byName([...values].map(round));
const SINGLE = FEATURES.length + 1;
const regression = (beta) => ({
  intercept: round(beta[0]),
  weights: named(beta.slice(1, SINGLE)),
  products: [...beta.slice(SINGLE)].map(round),
});
const data = {
  means: named(means),
  scales: named(scales),
  topic: regression(fitted.topic),
  answer: regression(fitted.answer),
  thresholds,
};
const name = embedder.model.id.replaceAll(/[^A-Za-z0-9]+/g, "_").toUpperCase();
process.stdout.write(`import type { Calibration } from "./calibration.js";

/**
 * Written by scripts/fit-abstention.js (seed ${SEED}, ${samples.length} samples) with the model ${embedder.model.id},
 * sha256 ${embedder.model.sha256}: two logistic regressions fitted on the first 8 articles of SQuAD 2.0 dev
 * (CC BY-SA 4.0), the held-out tenth of what embeddings/train reads and had written, and the dev half of
 * test/data/letter-questions.jsonl; thresholds (logit over ln of the number of passages) let about ${FALSE_ANSWERS.default * 100} % (strict:
 * ${FALSE_ANSWERS.strict * 100} %) of foreign questions through. Not to be edited by hand.
 */
export const CALIBRATION_${name}: Calibration = ${JSON.stringify(data, null, 2)};
`);
