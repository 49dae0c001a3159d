// quoth, warm, in a process of its own, and asked one thing at a time over the process channel:
//   node bench/quoth-serve.js CORPUS DATA
// "ask" times the library as it is; "split" times the same over instrumented parts; "exact" compares the HNSW
// graphs with a scan over the vectors, made anew. Every answer's quotes are cut from the files anew.
import { answerQuestion } from "../dist/retrieval/answer-question.js";
import { open } from "../dist/quoth.js";
import { badSlices } from "./slice-identity.js";
import { composeQuoth, settingsFor } from "./compose.js";

const [corpus, data] = process.argv.slice(2);
const settings = settingsFor(corpus, data);
const quoth = await open(settings);
await quoth.prepare();
const { works, lexicon, embedder, ensured } = await composeQuoth(settings);

let spent = { embedding: 0, search: 0 };
const timed = (kind, act) => {
  return async (...args) => {
    const start = performance.now();
    const result = await act(...args);
    spent[kind] += performance.now() - start;
    return result;
  };
};
const { index } = ensured;
const searcher = {
  ...lexicon,
  embedder: { ...embedder, encodeQuestion: timed("embedding", embedder.encodeQuestion) },
  index: {
    ...index,
    passages: { ...index.passages, search: timed("search", index.passages.search) },
    sentences: { ...index.sentences, search: timed("search", index.sentences.search) },
    tokens: { ...index.tokens, read: timed("search", index.tokens.read) },
  },
};

const reply = {
  async ask(text) {
    const start = performance.now();
    const answer = await quoth.ask(text);
    const total = performance.now() - start;
    return { total, kind: answer.kind, ...badSlices(settings.corpusDir, answer) };
  },
  async split(text) {
    spent = { embedding: 0, search: 0 };
    const start = performance.now();
    const answer = await answerQuestion(searcher, text, { works, limit: 3, point: settings.point });
    const total = performance.now() - start;
    return {
      ...spent,
      total,
      rest: total - spent.embedding - spent.search,
      ...badSlices(settings.corpusDir, answer),
    };
  },
  async exact(text) {
    const { pooled } = await embedder.encodeQuestion(text);
    const stored = await vectors();
    const [[passages], [sentences]] = await Promise.all([
      index.passages.search([pooled], TEN),
      index.sentences.search([pooled], TEN),
    ]);
    return {
      engine: ensured.engine,
      passages: agrees(passages, stored.passages, pooled),
      sentences: agrees(sentences, stored.sentences, pooled),
    };
  },
};

const TEN = 10;
/** hnswlib adds in another order than a plain loop does: single precision's noise, far below any two scores' distance. */
const SAME = 1e-5;
/** Every vector anew: what is in the index's file is held against it, too. Made at the first comparison. */
let encoded;
const vectors = () => (encoded ??= encodeAll());

async function encodeAll() {
  const passages = await embedder.encodePassages(lexicon.units.map((unit) => unit.sentences));
  return {
    passages: passages.map(({ pooled }) => pooled),
    sentences: passages.flatMap(({ sentences }) => sentences.map(({ pooled }) => pooled)),
  };
}

/** Whether the ten found have the ten best scores, and each the score that it is said to have. */
function agrees(found, rows, query) {
  const scores = rows.map((row) => row.reduce((sum, value, d) => sum + value * query[d], 0));
  const best = [...scores].sort((a, b) => b - a).slice(0, TEN);
  return (
    found.length === best.length &&
    new Set(found.map(({ id }) => id)).size === found.length &&
    found.every(
      ({ id, score }, at) => Math.abs(score - best[at]) < SAME && Math.abs(scores[id] - score) < SAME,
    )
  );
}

process.on("message", async ({ kind, text }) => {
  try {
    process.send(await reply[kind](text));
  } catch (error) {
    process.send({ error: error instanceof Error ? error.message : String(error) });
  }
});
process.on("disconnect", async () => {
  await Promise.all([quoth.close(), embedder.close()]);
  process.exit(0);
});
process.send({ ready: true, units: lexicon.units.length, sentences: lexicon.firstSentence.at(-1) });
