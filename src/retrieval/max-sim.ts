import type { EncodedText } from "./embedder.js";
import type { TokenVectors } from "./token-store.js";

/**
 * For every word piece of the question the cosine of its best match among the pieces of a sentence
 * (MaxSim, after ColBERT, Khattab & Zaharia 2020). Vectors are signed bytes, so the sums are exact.
 */
export function maxSim(
  question: Pick<EncodedText, "vectors" | "scales">,
  sentence: TokenVectors,
  dimensions: number,
): Float32Array {
  const { vectors: q, scales } = question;
  const { vectors: s, scales: theirs } = sentence;
  const best = new Float32Array(scales.length).fill(-1);
  for (let i = 0; i < scales.length; i += 1) {
    const from = i * dimensions;
    let most = -Infinity;
    for (let j = 0; j < theirs.length; j += 1) {
      const base = j * dimensions;
      let sum = 0;
      for (let d = 0; d < dimensions; d += 1) sum += (q[from + d] as number) * (s[base + d] as number);
      const cosine = sum * (theirs[j] as number);
      if (cosine > most) most = cosine;
    }
    best[i] = Math.max(-1, most * (scales[i] as number));
  }
  return best;
}
