import fc from "fast-check";
import { expect, it } from "vitest";
import { maxSim } from "../../src/retrieval/max-sim.js";

import { createSimdKernel } from "../../src/retrieval/simd-kernel.js";

const length = (row: readonly number[]): number =>
  Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
const tokens = (vectors: readonly (readonly number[])[]) => ({
  pieces: new Int32Array(vectors.length),
  vectors: Int8Array.from(vectors.flat()),
  scales: Float32Array.from(vectors, (row) => 1 / length(row)),
});

it("assembles a kernel that this engine takes", () => {
  expect(createSimdKernel()).toBeDefined();
});

// With SIMD (16, 48, 384) and without (4, 20).
it.each([4, 16, 20, 48, 384])(
  "is each piece's best cosine in each sentence, in %i dimensions",
  (dimensions) => {
    const byte = fc.integer({ min: -127, max: 127 });
    const row = fc
      .array(byte, { minLength: dimensions, maxLength: dimensions })
      .filter((values) => values.some((value) => value !== 0));
    const rows = (most: number) => fc.array(row, { maxLength: most });
    fc.assert(
      fc.property(rows(6), fc.array(rows(12), { maxLength: 4 }), (question, sentences) => {
        const found = maxSim(tokens(question), sentences.map(tokens), dimensions);
        expect(found).toHaveLength(sentences.length);
        sentences.forEach((sentence, k) => {
          question.forEach((q, at) => {
            const cosines = sentence.map(
              (s) => q.reduce((sum, value, d) => sum + value * (s[d] ?? 0), 0) / (length(q) * length(s)),
            );
            expect(found[k]?.[at]).toBeCloseTo(Math.max(-1, ...cosines), 5);
          });
        });
      }),
      { seed: 1961, numRuns: 60 },
    );
  },
);
