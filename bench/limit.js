// "Limit": the least that can be done with this model in Node: onnxruntime on word pieces counted beforehand,
// pooled in one pass, and a scan over the vectors. It has no tokenizer, no index and no text handling.
//   node bench/limit.js ask DIR IDS | serve DIR | passes DIR PART PARTS
// DIR holds texts.json, text-ids.json and question-ids.json (written by plain.js tokenize) and limit.f32 (by
// measure-build.js, from the vectors of the passes).
import { readFileSync } from "node:fs";
import ort from "onnxruntime-node";
import { MODEL_FILE } from "./places.js";

const DIMENSIONS = 384;
/** What the model was trained with; a longer passage goes through in pieces, as it does in quoth. */
const WINDOW = 256;

const [mode, dir, ...rest] = process.argv.slice(2);
const session = await ort.InferenceSession.create(MODEL_FILE, {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: "sequential",
  graphOptimizationLevel: "all",
});

/** @param {readonly number[]} ids with [CLS] and [SEP] */
async function embed(ids) {
  const dims = [1, ids.length];
  const { last_hidden_state: output } = await session.run({
    input_ids: new ort.Tensor("int64", BigInt64Array.from(ids, BigInt), dims),
    attention_mask: new ort.Tensor("int64", new BigInt64Array(ids.length).fill(1n), dims),
    token_type_ids: new ort.Tensor("int64", new BigInt64Array(ids.length), dims),
  });
  const rows = output.data;
  const sum = new Float32Array(DIMENSIONS);
  for (let at = 0; at < rows.length; at += DIMENSIONS)
    for (let d = 0; d < DIMENSIONS; d += 1) sum[d] += rows[at + d];
  let squares = 0;
  for (const value of sum) squares += value * value;
  const factor = 1 / Math.sqrt(squares);
  return sum.map((value) => value * factor);
}

/** @param {readonly number[]} ids */
function windows(ids) {
  const [first, last] = [ids[0], ids.at(-1)];
  const inner = ids.slice(1, -1);
  const parts = [];
  for (let at = 0; at === 0 || at < inner.length; at += WINDOW - 2)
    parts.push([first, ...inner.slice(at, at + WINDOW - 2), last]);
  return parts;
}

async function embedPassage(ids) {
  const sum = new Float32Array(DIMENSIONS);
  for (const part of windows(ids)) (await embed(part)).forEach((value, d) => (sum[d] += value));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

function loadVectors() {
  const bytes = readFileSync(`${dir}/limit.f32`);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

function scan(vectors, query) {
  let best = -1;
  let most = -Infinity;
  for (let at = 0; at < vectors.length; at += DIMENSIONS) {
    let score = 0;
    for (let d = 0; d < DIMENSIONS; d += 1) score += vectors[at + d] * query[d];
    if (score > most) {
      most = score;
      best = at / DIMENSIONS;
    }
  }
  return { best, score: most };
}

const json = (file) => JSON.parse(readFileSync(`${dir}/${file}`, "utf8"));

if (mode === "ask") {
  const vector = await embed(JSON.parse(readFileSync(rest[0], "utf8")));
  console.log(json("texts.json")[scan(loadVectors(), vector).best]);
}
if (mode === "serve") {
  const vectors = loadVectors();
  const texts = json("texts.json");
  const known = new Map(json("question-ids.json"));
  process.on("message", async ({ text }) => {
    const ids = known.get(text);
    const start = performance.now();
    const vector = await embed(ids);
    const embedded = performance.now();
    const { best, score } = scan(vectors, vector);
    const searched = performance.now();
    const answer = texts[best];
    const end = performance.now();
    process.send({
      total: end - start,
      embedding: embedded - start,
      search: searched - embedded,
      rest: end - searched,
      answered: answer !== undefined,
      best,
      score,
    });
  });
  process.on("disconnect", () => process.exit(0));
  process.send({ ready: true });
}
if (mode === "passes") {
  // The bare forward passes of a build: every PARTS-th passage, when told to go.
  const [part, parts] = rest.map(Number);
  const mine = json("text-ids.json").filter((_, at) => at % parts === part);
  await embed(mine[0].slice(0, 8));
  process.once("message", async () => {
    const vectors = [];
    for (const ids of mine) vectors.push([...(await embedPassage(ids))]);
    process.send({ vectors }, () => process.exit(0));
  });
  process.send({ ready: true });
}
