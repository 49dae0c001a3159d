// "Plain": transformers.js' pipeline and hnswlib-node, as a tutorial writes them. The floor to beat.
//   node bench/plain.js build DIR | ask DIR QUESTION | serve DIR | tokenize DIR
// DIR holds texts.json (the passages) and questions.json, and takes plain.hnsw.
import { readFileSync, writeFileSync } from "node:fs";
import { AutoTokenizer, env, pipeline } from "@xenova/transformers";
import hnswlib from "hnswlib-node";
import { MODEL, MODELS } from "./places.js";

const [mode, dir, question] = process.argv.slice(2);
env.allowRemoteModels = false;
env.localModelPath = MODELS;
const texts = JSON.parse(readFileSync(`${dir}/texts.json`, "utf8"));

if (mode === "tokenize") {
  // What "limit" reads in place of text: a process of its own, never measured.
  const tokenizer = await AutoTokenizer.from_pretrained(MODEL);
  const questions = JSON.parse(readFileSync(`${dir}/questions.json`, "utf8"));
  const idsOf = (text) => tokenizer.encode(text);
  writeFileSync(`${dir}/text-ids.json`, JSON.stringify(texts.map(idsOf)));
  writeFileSync(`${dir}/question-ids.json`, JSON.stringify(questions.map((text) => [text, idsOf(text)])));
  console.log("done");
} else {
  const extract = await pipeline("feature-extraction", MODEL);
  const embed = async (text) => {
    const output = await extract(text, { pooling: "mean", normalize: true });
    return Array.from(output.data);
  };
  const index = new hnswlib.HierarchicalNSW("cosine", 384);
  if (mode === "build") {
    const start = performance.now();
    index.initIndex(texts.length);
    for (const [id, text] of texts.entries()) index.addPoint(await embed(text), id);
    index.writeIndexSync(`${dir}/plain.hnsw`);
    console.log(JSON.stringify({ ms: performance.now() - start }));
  } else {
    index.readIndexSync(`${dir}/plain.hnsw`);
    const best = (vector) => index.searchKnn(vector, Math.min(10, texts.length)).neighbors;
    if (mode === "ask") console.log(texts[best(await embed(question))[0]]);
    if (mode === "serve") {
      process.on("message", async ({ text }) => {
        const start = performance.now();
        const vector = await embed(text);
        const embedded = performance.now();
        const [first] = best(vector);
        const searched = performance.now();
        const answer = texts[first];
        const end = performance.now();
        process.send({
          total: end - start,
          embedding: embedded - start,
          search: searched - embedded,
          rest: end - searched,
          answered: answer !== undefined,
        });
      });
      process.on("disconnect", () => process.exit(0));
      process.send({ ready: true });
    }
  }
}
