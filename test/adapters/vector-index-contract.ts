import { describe, expect, it } from "vitest";
import type { Neighbour, VectorIndex } from "../../src/retrieval/vector-index.js";

/** Opens an index over `vectors`: rows of `dimensions`, unit length. */
export type OpenIndex = (vectors: Float32Array, dimensions: number) => Promise<VectorIndex>;

/** What every VectorIndex promises; `real` are vectors of the real model with the queries put to them. */
export function vectorIndexContract(
  name: string,
  openIndex: OpenIndex,
  real: () => Promise<
    {
      readonly name: string;
      readonly dimensions: number;
      readonly vectors: Float32Array;
      readonly queries: readonly Float32Array[];
    }[]
  >,
): void {
  describe(`${name}, a VectorIndex`, () => {
    it("finds what is nearest, best first, with its cosine", async () => {
      const index = await openIndex(Float32Array.from([1, 0, 0, 1, 0.6, 0.8, -1, 0]), 2);
      expect(index.size).toBe(4);
      const [found] = await index.search([Float32Array.from([1, 0])], 4);
      expect(found?.map(({ id }) => id)).toEqual([0, 2, 1, 3]);
      found?.forEach(({ score }, at) => expect(score).toBeCloseTo([1, 0.6, 0, -1][at] ?? 0, 5));
    });

    it("puts equal vectors in order of their ids", async () => {
      const index = await openIndex(Float32Array.from([0, 1, 1, 0, 1, 0, 1, 0]), 2);
      const [found] = await index.search([Float32Array.from([1, 0])], 3);
      expect(found?.map(({ id }) => id)).toEqual([1, 2, 3]);
    });

    it("finds the nearest of those that are wanted", async () => {
      const index = await openIndex(Float32Array.from([1, 0, 0, 1, 0.6, 0.8, -1, 0]), 2);
      const [found] = await index.search([Float32Array.from([1, 0])], 2, (id) => id % 2 === 1);
      expect(found?.map(({ id }) => id)).toEqual([1, 3]);
      expect(await index.search([Float32Array.from([1, 0])], 2, () => false)).toEqual([[]]);
    });

    it("takes several queries at once, none, and none wanted", async () => {
      const index = await openIndex(Float32Array.from([1, 0, 0, 1]), 2);
      const both = await index.search([Float32Array.from([1, 0]), Float32Array.from([0, 1])], 1);
      expect(both.map((one) => one.map(({ id }) => id))).toEqual([[0], [1]]);
      expect(await index.search([], 1)).toEqual([]);
      expect(await index.search([Float32Array.from([1, 0])], 0)).toEqual([[]]);
    });

    it("gives all it has where more is wanted, and nothing where it is empty", async () => {
      const index = await openIndex(Float32Array.from([1, 0, 0, 1]), 2);
      expect((await index.search([Float32Array.from([1, 0])], 99))[0]).toHaveLength(2);
      const empty = await openIndex(new Float32Array(0), 2);
      expect(empty.size).toBe(0);
      expect(await empty.search([Float32Array.from([1, 0])], 5)).toEqual([[]]);
    });

    it("gives the ten best scores of the real model's vectors exactly", async () => {
      for (const { name: what, dimensions, vectors, queries } of await real()) {
        const index = await openIndex(vectors, dimensions);
        const found = await index.search(queries, 10);
        queries.forEach((query, at) => {
          const best = naive(vectors, dimensions, query).slice(0, 10);
          const scores = (found[at] ?? []).map(({ score }) => score);
          expect(scores, `${what}, query ${at}`).toHaveLength(best.length);
          // Scores, not ids: float32 sums may order twins either way.
          scores.forEach((score, rank) =>
            expect(
              Math.abs(score - (best[rank]?.score ?? 0)),
              `${what}, query ${at}, rank ${rank}`,
            ).toBeLessThan(1e-5),
          );
        });
      }
    });
  });
}

function naive(vectors: Float32Array, dimensions: number, query: Float32Array): readonly Neighbour[] {
  return Array.from({ length: vectors.length / dimensions }, (_, id) => ({
    id,
    score: query.reduce((sum, value, d) => sum + value * (vectors[id * dimensions + d] ?? 0), 0),
  })).sort((a, b) => b.score - a.score || a.id - b.id);
}
