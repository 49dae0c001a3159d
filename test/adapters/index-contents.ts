import { expect } from "vitest";
import { indexInMemory } from "../../src/adapters/index/index-in-memory.js";
import type { Embedder } from "../../src/retrieval/embedder.js";
import type { SearchIndex } from "../../src/retrieval/token-store.js";
import type { Unit } from "../../src/retrieval/unit.js";

const QUERIES = ["Who came back from the island?", "What did the bridge cost?", "Why pay taxes?"];

/** Fifty paragraphs of two sentences, no two alike. */
export const PARAGRAPHS: readonly string[] =
  "ship treaty island harbour refugee market teacher bridge village railway"
    .split(" ")
    .flatMap((thing, i) =>
      "was built in spring|left before the war|paid a tax|was seen by nobody|came back twice"
        .split("|")
        .map((deed, j) => `The ${thing} ${deed}. It cost ${i * 7 + j + 2} crowns.`),
    );

/** An index of these units is what it would be had nothing ever been there before: the same vectors, the same ten best. */
export async function expectLikeNew(
  index: SearchIndex,
  units: readonly Unit[],
  embedder: Embedder,
): Promise<void> {
  const fresh = await embedder.encodePassages(units.map((unit) => unit.sentences));
  expect(await contents(index, units, embedder)).toEqual(
    await contents(indexInMemory(units, fresh, embedder.model.dimensions), units, embedder),
  );
}

/** All that can be asked of an index, in a form that bears float32's last digit. */
async function contents(index: SearchIndex, units: readonly Unit[], embedder: Embedder): Promise<unknown> {
  const queries = await Promise.all(
    QUERIES.map(async (text) => (await embedder.encodeQuestion(text)).pooled),
  );
  const round = (found: readonly (readonly { id: number; score: number }[])[]): unknown =>
    found.map((list) => list.map(({ score }) => score.toFixed(4)));
  return {
    passages: round(await index.passages.search(queries, 10)),
    sentences: round(await index.sentences.search(queries, 10)),
    tokens: await index.tokens.read([...units.keys()]),
    pieces: [...index.tokens.pieceCounts].sort(([a], [b]) => a - b),
  };
}
