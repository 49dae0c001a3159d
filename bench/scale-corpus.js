// Corpora of any size for bench/scale.js: XQuAD's 240 paragraphs as they are, then altered copies of them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { XQUAD } from "./places.js";
import { seededRandom } from "./statistics.js";

const SEED = 1961;
/** Share of the plain words of a copy that are replaced by others of XQuAD's. */
const CHANGED = 0.6;
/** Paragraphs of one work: the size of a chapter or a long speech. */
const WORK_PARAGRAPHS = 100;
/** Lower-case words between letters and blanks: replacing them moves no sentence's end. */
const PLAIN_WORD = /(?<=[a-z,] )[a-z]{5,}(?= [a-z])/g;

/** XQuAD's paragraphs, one line each, and its questions. */
export function readXquad() {
  const paragraphs = JSON.parse(readFileSync(XQUAD, "utf8")).data.flatMap((article) => article.paragraphs);
  return {
    contexts: paragraphs.map(({ context }) => context.replace(/\s*\n\s*/g, " ").trim()),
    questions: paragraphs.flatMap(({ qas }) => qas.map((qa) => qa.question.trim())),
  };
}

/**
 * The first `count` paragraphs of an endless row: XQuAD's 240, real, then copies of them, each with `CHANGED` of
 * its plain words replaced (seeded). The same count is always the same text.
 * @param {number} count @returns {string[]}
 */
export function scaleParagraphs(count) {
  const { contexts } = readXquad();
  const words = [...new Set(contexts.flatMap((text) => text.match(PLAIN_WORD) ?? []))];
  const random = seededRandom(SEED);
  const draw = () => words[Math.floor(random() * words.length)];
  return Array.from({ length: count }, (_, at) => {
    const context = contexts[at % contexts.length];
    if (at < contexts.length) return context;
    return context.replace(PLAIN_WORD, (word) => (random() < CHANGED ? draw() : word));
  });
}

/** The name of the work that holds paragraph `at`, and its place in it. */
export function placeOf(at) {
  const work = Math.floor(at / WORK_PARAGRAPHS);
  return { work: `scale-${String(work).padStart(4, "0")}`, paragraph: at % WORK_PARAGRAPHS };
}

/** Writes paragraphs as a corpus of plain works. @param {string} corpus @param {readonly string[]} paragraphs */
export function writeScaleCorpus(corpus, paragraphs) {
  for (let at = 0; at < paragraphs.length; at += WORK_PARAGRAPHS)
    writeScaleWork(corpus, placeOf(at).work, paragraphs.slice(at, at + WORK_PARAGRAPHS));
}

export function writeScaleWork(corpus, id, paragraphs) {
  const folder = path.join(corpus, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "text.txt"), `${paragraphs.join("\n\n")}\n`);
  writeFileSync(
    path.join(folder, "work.yaml"),
    [
      `id: ${id}`,
      `title: "Part ${id.slice(-4)}"`,
      'author: "its contributors"',
      "witnesses:",
      "  - siglum: en",
      "    file: text.txt",
      "    format: plain",
      "    language: en",
      "",
    ].join("\n"),
  );
}
