// Chooses the weights of the fused score (src/retrieval/fit-of.ts) for the model that QUOTH_MODEL names.
//   node scripts/fit-fusion.js path/to/squad/dev-v2.0.json [--collect FILE]
// Data: the first 8 articles (by title) of SQuAD 2.0 dev without the paragraphs that XQuAD shares, pooled, and the dev
// half of the letter's questions. It takes the signals of every candidate once and then walks, weight by weight, to the
// point at which most questions have a right sentence first; a letter question counts for four of SQuAD's.
import { readFileSync, writeFileSync } from "node:fs";
import { open, readSettings } from "../dist/quoth.js";
import { openModel } from "../dist/adapters/transformers/open-model.js";
import { indexInMemory } from "../dist/adapters/index/index-in-memory.js";
import { evaluated, parseLetterQuestions } from "../dist/evaluation/parse-letter-questions.js";
import { poolArticles } from "../dist/evaluation/pool-articles.js";
import { selectArticles } from "../dist/evaluation/select-articles.js";
import { parseSquad } from "../dist/evaluation/squad.js";
import { encodeUnits } from "../dist/retrieval/encode-units.js";
import { fitOf } from "../dist/retrieval/fit-of.js";
import { meet } from "../dist/retrieval/meet.js";
import { createLexicon } from "../dist/retrieval/searcher.js";
import { locate } from "../dist/retrieval/unit.js";

const LETTER_WEIGHT = 4;
const TRIED = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];
/** A change must win at least so many weighted questions: below lies chance. */
const LEAST_GAIN = 2;

const [file, flag, target] = process.argv.slice(2);
const at = (relative) => new URL(relative, import.meta.url);
const squadOf = (path) => parseSquad(readFileSync(path, "utf8"), String(path));
const settings = readSettings({}, { QUOTH_MODEL: process.env.QUOTH_MODEL });
const embedder = await openModel(settings);

/** Each question's prose candidates: their signals, whether right, and what the apparatus costs them. */
async function collect(searcher, questions, weight, set) {
  const rows = [];
  for (const question of questions.filter((one) => one.answerable)) {
    const { prose } = await meet(searcher, question.text, searcher.works, () => true);
    const fusion = fitOf(embedder.model).fusion;
    const candidates = prose.map(({ unit, sentence, signals, score }) => {
      const verdict = question.judge(locate(searcher.units[unit], sentence, sentence + 1));
      const fused = Object.keys(fusion).reduce((sum, name) => sum + fusion[name] * signals[name], 0);
      return { signals, right: verdict.position ?? verdict.accepted, penalty: fused - score };
    });
    if (candidates.length > 0) rows.push({ set, weight, candidates });
  }
  return rows;
}

const { kept } = selectArticles(squadOf(file), {
  range: { first: 1, last: 8 },
  pool: false,
  without: squadOf(at("../test/data/xquad.en.json")),
});
const pooled = poolArticles(kept);
const lexicon = createLexicon([pooled.work]);
const encoded = await encodeUnits(
  lexicon.units,
  embedder,
  () => undefined,
  () => undefined,
);
const index = indexInMemory(lexicon.units, encoded, embedder.model.dimensions);
const rows = await collect({ ...lexicon, index, embedder }, pooled.questions, 1, "squad");
const quoth = await open({ ...settings, onWarning: (message) => process.stderr.write(`${message}\n`) });
const letter = {
  ...createLexicon(quoth.sources()),
  index: (await quoth.prepare()).index,
  embedder,
};
const own = at("../test/data/letter-questions.jsonl");
const letterQuestions = parseLetterQuestions(readFileSync(own, "utf8"), "letter-questions.jsonl")
  .filter(({ half, kind }) => half === "dev" && kind !== "structure")
  .map(evaluated);
rows.push(...(await collect(letter, letterQuestions, LETTER_WEIGHT, "letter")));
await quoth.close();
await embedder.close();
if (flag === "--collect") writeFileSync(target, JSON.stringify(rows));

function rightBy(fusion) {
  const names = Object.keys(fusion);
  const right = { weighted: 0, squad: 0, letter: 0 };
  for (const { set, weight, candidates } of rows) {
    let best = candidates[0];
    let most = -Infinity;
    for (const one of candidates) {
      const score = names.reduce((sum, name) => sum + fusion[name] * one.signals[name], -one.penalty);
      if (score > most) [best, most] = [one, score];
    }
    if (best.right) {
      right.weighted += weight;
      right[set] += 1;
    }
  }
  return right;
}

let fusion = { ...fitOf(embedder.model).fusion };
let best = rightBy(fusion);
const say = (what) => process.stdout.write(`${what} ${JSON.stringify(fusion)} ${JSON.stringify(best)}\n`);
process.stdout.write(`${embedder.model.id}, ${rows.length} questions\n`);
say("as it is");
for (let improved = true; improved;) {
  improved = false;
  for (const name of ["unitMaxSim", "lexical", "unitLexical", "dense"]) {
    for (const weight of TRIED) {
      const next = { ...fusion, [name]: weight };
      const found = rightBy(next);
      if (found.weighted >= best.weighted + LEAST_GAIN) {
        [fusion, best, improved] = [next, found, true];
      }
    }
  }
}
say("found");
