// What everyone is given: the letter, XQuAD, and XQuAD again and again with changed words; each written as a corpus
// for quoth, and as a list of texts for the others.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readCorpus } from "../../dist/adapters/files/read-corpus.js";
import { drawSample } from "../../dist/evaluation/draw-sample.js";
import { evaluated, parseLetterQuestions } from "../../dist/evaluation/parse-letter-questions.js";
import { poolArticles } from "../../dist/evaluation/pool-articles.js";
import { parseSquad } from "../../dist/evaluation/squad.js";
import { pinCorpus } from "../../dist/quoth.js";
import { collectUnits, locate } from "../../dist/retrieval/unit.js";
import { LETTER_CORPUS, LETTER_QUESTIONS, XQUAD } from "../places.js";
import { seededRandom } from "../statistics.js";

const SEED = 19610418;
/** Share of words that another word of XQuAD replaces in a copy. */
const CHANGED = 0.2;
/** Articles of XQuAD, sorted by title, that the off-topic questions are not about. */
const HALF = 24;
const FOREIGN = 500;

const squad = () => parseSquad(readFileSync(XQUAD, "utf8"), XQUAD);
const letterQuestions = () =>
  parseLetterQuestions(readFileSync(LETTER_QUESTIONS, "utf8"), LETTER_QUESTIONS).map((question) => ({
    ...evaluated(question),
    half: question.half,
  }));
const foreignTo = (articles) =>
  drawSample(poolArticles(articles).questions, FOREIGN, SEED).map(({ text }) => text);

/**
 * A corpus by name: the letter, "xquad", "half" (its first 24 articles), "copies N" (N paragraphs), "few N" (the
 * first N articles). Its questions know what answers them, wherever the corpus is read from.
 * @returns {{ articles?: readonly object[], questions: readonly object[], foreign: readonly string[] }}
 */
export function corpusNamed(name) {
  const [kind, count] = name.split(" ");
  if (kind === "letter") return { questions: letterQuestions(), foreign: foreignTo(squad()) };
  const all = squad();
  if (kind === "copies") {
    const articles = [{ title: "copies", paragraphs: copies(all, Number(count)) }];
    return { articles, questions: poolArticles(all).questions, foreign: [] };
  }
  const many = { xquad: all.length, half: HALF, few: Number(count) }[kind];
  const articles = all.slice(0, many);
  const others = all.slice(many);
  return {
    articles,
    questions: poolArticles(articles).questions,
    foreign: others.length > 0 ? foreignTo(others) : [],
  };
}

/**
 * Writes a corpus where quoth reads it, and beside it, for the others, its units as texts.json.
 * @param {string} home a temporary folder @param {string} name as `corpusNamed` has it
 * @param {"sentence" | "paragraph"} level what the others index, one text each
 */
export async function prepareCorpus(home, name, level) {
  const { articles, questions, foreign } = corpusNamed(name);
  const base = path.join(home, name.replace(" ", "-"));
  const dir = path.join(base, level);
  const data = path.join(base, "data");
  mkdirSync(dir, { recursive: true });
  mkdirSync(data, { recursive: true });
  const corpus = articles ? path.join(base, "corpus") : LETTER_CORPUS;
  if (articles) await writePlain(corpus, poolArticles(articles).work.witnesses[0].text);
  const units = collectUnits(await readCorpus(corpus));
  const places = units.flatMap((unit) =>
    level === "paragraph"
      ? [locate(unit, 0, unit.sentences.length)]
      : unit.sentences.map((_, at) => locate(unit, at, at + 1)),
  );
  const texts = units.flatMap(({ sentences }) => (level === "paragraph" ? [sentences.join(" ")] : sentences));
  writeFileSync(path.join(dir, "texts.json"), JSON.stringify(texts));
  writeFileSync(
    path.join(dir, "questions.json"),
    JSON.stringify([...new Set([...questions.map(({ text }) => text), ...foreign])]),
  );
  return {
    name,
    level,
    corpus,
    data,
    dir,
    questions,
    foreign,
    places,
    passages: units.length,
    sentences: units.reduce((sum, { sentences }) => sum + sentences.length, 0),
  };
}

/** XQuAD's paragraphs in turn; from the second round on with changed words, so that no two are the same. */
function copies(articles, count) {
  const random = seededRandom(SEED);
  const paragraphs = articles.flatMap((article) => article.paragraphs);
  const words = paragraphs.flatMap(({ context }) => context.match(/\p{L}+/gu));
  const draw = () => words[Math.floor(random() * words.length)];
  const change = (word) => (random() < CHANGED ? word.replace(/\p{L}+/u, draw) : word);
  return Array.from({ length: count }, (_, at) => {
    const { context } = paragraphs[at % paragraphs.length];
    return {
      context: at < paragraphs.length ? context : context.split(" ").map(change).join(" "),
      qas: [],
    };
  });
}

async function writePlain(corpus, text) {
  const folder = path.join(corpus, "xquad");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "xquad.txt"), text);
  const lines = [
    "id: xquad",
    "title: XQuAD, English",
    "author: its contributors",
    "witnesses:",
    "  - siglum: en",
    "    file: xquad.txt",
    "    format: plain",
    "    language: en",
  ];
  writeFileSync(path.join(folder, "work.yaml"), `${lines.join("\n")}\n`);
  await pinCorpus(corpus);
}
