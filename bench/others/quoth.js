// quoth, warm, in a process of its own: node bench/others/quoth.js CORPUS DATA NAME
// "ask" times the library and cuts every quote from its file anew; "judge" puts a question of the corpus NAME as
// `quoth eval` does.
import { askQuestion } from "../../dist/evaluation/ask-question.js";
import { open } from "../../dist/quoth.js";
import { composeQuoth, settingsFor } from "../compose.js";
import { badSlices } from "../slice-identity.js";
import { corpusNamed } from "./corpora.js";

const [corpus, data, name] = process.argv.slice(2);
const settings = settingsFor(corpus, data);
const quoth = await open(settings);
await quoth.prepare();
const { lexicon, embedder, ensured } = await composeQuoth(settings);
const searcher = { ...lexicon, index: ensured.index, embedder };
const questions = new Map(corpusNamed(name).questions.map((question) => [question.id, question]));

const reply = {
  async ask({ text }) {
    const start = performance.now();
    const answer = await quoth.ask(text);
    const total = performance.now() - start;
    const { kind, confidence } = answer;
    return { total, answered: kind === "answer", confidence, ...badSlices(settings.corpusDir, answer) };
  },
  async judge({ id }) {
    const { outcome } = await askQuestion(searcher, questions.get(id), false);
    return { outcome };
  },
};

process.on("message", async (message) => {
  try {
    process.send(await reply[message.kind](message));
  } catch (error) {
    process.send({ error: error instanceof Error ? error.message : String(error) });
  }
});
process.on("disconnect", async () => {
  await Promise.all([quoth.close(), embedder.close()]);
  process.exit(0);
});
process.send({ ready: true });
