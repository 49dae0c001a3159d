// Whether the graphs find what an exact search finds, and what each takes.
import { createExactIndex } from "../dist/adapters/exact/create-exact-index.js";
import { percentile } from "./statistics.js";

/** Scores, not ids: among altered copies float32 may order twins either way. */
const SAME = 1e-5;
const TEN = 10;

/**
 * @param {import("../dist/adapters/index/index-view.js").IndexParts} parts an opened index
 * @param {import("../dist/retrieval/token-store.js").SearchIndex} index the same
 * @param {readonly Float32Array[]} queries
 */
export async function measureRecall(parts, index, queries) {
  const { table, records, dimensions } = parts;
  const vectors = { passages: [], sentences: [] };
  for (const entry of table) {
    const { pooled, sentences } = await records.read(entry, entry.content);
    vectors.passages.push(pooled.slice());
    for (const sentence of sentences) vectors.sentences.push(sentence.pooled.slice());
  }
  const results = {};
  for (const kind of ["passages", "sentences"]) {
    const rows = new Float32Array(vectors[kind].length * dimensions);
    vectors[kind].forEach((row, at) => rows.set(row, at * dimensions));
    const exact = createExactIndex(rows, dimensions);
    const times = { graph: [], exact: [] };
    let same = 0;
    for (const query of queries) {
      const [graphTime, [found]] = await timed(() => index[kind].search([query], TEN));
      const [exactTime, [best]] = await timed(() => exact.search([query], TEN));
      times.graph.push(graphTime);
      times.exact.push(exactTime);
      if (best.every(({ score }, rank) => Math.abs(score - (found[rank]?.score ?? -1)) < SAME)) same += 1;
    }
    results[kind] = {
      vectors: vectors[kind].length,
      queries: queries.length,
      same,
      graphMs: percentile(times.graph, 0.5),
      exactMs: percentile(times.exact, 0.5),
    };
  }
  return results;
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}
