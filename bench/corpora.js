// What is measured: the letter, and XQuAD's 240 paragraphs written as a plain corpus of one work.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pinCorpus } from "../dist/quoth.js";
import { readCorpus } from "../dist/adapters/files/read-corpus.js";
import { collectUnits } from "../dist/retrieval/unit.js";
import { LETTER_CORPUS, LETTER_QUESTIONS, XQUAD } from "./places.js";

/** @typedef {{ name: string, title: string, corpus: string, data: string, dir: string, questions: string[] }} Corpus */

/** @param {string} home a temporary folder @returns {Promise<Corpus[]>} */
export async function prepareCorpora(home) {
  const letterQuestions = readFileSync(LETTER_QUESTIONS, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).question);
  const paragraphs = JSON.parse(readFileSync(XQUAD, "utf8")).data.flatMap((article) => article.paragraphs);
  const xquad = path.join(home, "xquad-corpus");
  await writeXquad(
    xquad,
    paragraphs.map((paragraph) => paragraph.context),
  );
  const xquadQuestions = paragraphs.flatMap((paragraph) => paragraph.qas.map((qa) => qa.question.trim()));
  return Promise.all([
    prepare(home, "letter", "the letter", LETTER_CORPUS, letterQuestions),
    prepare(home, "xquad", "XQuAD's 240 paragraphs", xquad, xquadQuestions),
  ]);
}

async function prepare(home, name, title, corpus, questions) {
  const dir = path.join(home, name);
  const data = path.join(home, `${name}-data`);
  mkdirSync(dir, { recursive: true });
  mkdirSync(data, { recursive: true });
  // The same passages for every contender: those that quoth searches.
  const texts = collectUnits(await readCorpus(corpus)).map((unit) => unit.sentences.join(" "));
  const asked = [...new Set(questions.filter((question) => question.trim() !== ""))];
  writeFileSync(path.join(dir, "texts.json"), JSON.stringify(texts));
  writeFileSync(path.join(dir, "questions.json"), JSON.stringify(asked));
  return { name, title, corpus, data, dir, questions: asked };
}

async function writeXquad(corpus, contexts) {
  const folder = path.join(corpus, "xquad");
  mkdirSync(folder, { recursive: true });
  const text = contexts.map((context) => context.replace(/\s*\n\s*/g, " ").trim()).join("\n\n");
  writeFileSync(path.join(folder, "xquad.txt"), `${text}\n`);
  writeFileSync(
    path.join(folder, "work.yaml"),
    [
      "id: xquad",
      "title: XQuAD, English",
      "author: its contributors",
      "witnesses:",
      "  - siglum: en",
      "    file: xquad.txt",
      "    format: plain",
      "    language: en",
      "",
    ].join("\n"),
  );
  await pinCorpus(corpus);
}
