import type { EncodedText } from "./embedder.js";
import { createSimdKernel, PAGE_BYTES, type SimdKernel } from "./simd-kernel.js";
import type { TokenVectors } from "./token-store.js";

type Rows = Pick<EncodedText, "vectors" | "scales">;

/** For each sentence, and in it for each word piece of the question, the cosine of its best match (-1 to 1). */
export type MaxSim = readonly Float32Array[];

/**
 * For every word piece of the question the cosine of its best match among the pieces of each sentence (MaxSim,
 * after ColBERT, Khattab & Zaharia 2020). Vectors are signed bytes, so the sums are exact and the same with SIMD
 * (where the engine has it and `dimensions` is a multiple of 16) as without.
 */
export function maxSim(question: Rows, sentences: readonly TokenVectors[], dimensions: number): MaxSim {
  kernel ??= { simd: createSimdKernel() };
  const { simd } = kernel;
  if (!simd || dimensions % 16 !== 0)
    return sentences.map((sentence) => scan(question, sentence, dimensions));
  const pieces = question.scales.length;
  const longest = sentences.reduce((most, { scales }) => Math.max(most, scales.length), 0);
  // Memory: the question's rows as int16, then one sentence's scales, then its rows.
  const scalesAt = align(pieces * dimensions * 2);
  const rowsAt = align(scalesAt + longest * 4);
  reserve(simd, rowsAt + longest * dimensions);
  new Int16Array(simd.memory.buffer, 0, pieces * dimensions).set(question.vectors);
  return sentences.map((sentence) => {
    const count = sentence.scales.length;
    const best = new Float32Array(pieces).fill(-1);
    if (count === 0) return best;
    new Float32Array(simd.memory.buffer, scalesAt, count).set(sentence.scales);
    new Int8Array(simd.memory.buffer, rowsAt, count * dimensions).set(sentence.vectors);
    for (let i = 0; i < pieces; i += 1) {
      const most = simd.best(i * dimensions * 2, rowsAt, scalesAt, count, dimensions);
      best[i] = Math.max(-1, most * (question.scales[i] as number));
    }
    return best;
  });
}

/** Made at first use: compiling takes a millisecond that reading a text does not need. */
let kernel: { readonly simd: SimdKernel | undefined } | undefined;

function reserve({ memory }: SimdKernel, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
}

function align(offset: number): number {
  return Math.ceil(offset / 16) * 16;
}

/** The same without SIMD. */
function scan({ vectors: q, scales }: Rows, sentence: TokenVectors, dimensions: number): Float32Array {
  const { vectors: s, scales: theirs } = sentence;
  const best = new Float32Array(scales.length).fill(-1);
  for (let i = 0; i < scales.length; i += 1) {
    const from = i * dimensions;
    let most = -1e38;
    for (let j = 0; j < theirs.length; j += 1) {
      const base = j * dimensions;
      let sum = 0;
      for (let d = 0; d < dimensions; d += 1) sum += (q[from + d] as number) * (s[base + d] as number);
      most = Math.max(most, Math.fround(Math.fround(sum) * (theirs[j] as number)));
    }
    best[i] = Math.max(-1, most * (scales[i] as number));
  }
  return best;
}
