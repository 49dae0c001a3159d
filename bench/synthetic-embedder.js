// An embedder for corpora of scale-corpus.js that embeds XQuAD's 240 paragraphs and makes the vectors of their
// altered copies out of those, so that an index of 100,000 sentences takes minutes, not an hour. Questions, and
// whatever is no such copy, are embedded.
import { seededRandom } from "./statistics.js";

const SEED = 7;
/**
 * How far a copy's sentence lies from its original: noise of this length beside a unit vector, a cosine of .91. Real
 * copies, with 17 % of their words changed, lie at a median of .91 (bench/scale.js measures it in the same run).
 */
const NOISE = 0.45;
/** Noise of a component of a token vector, whose bytes run from -127 to 127. */
const BYTE_NOISE = 10;

/**
 * @param {import("../dist/retrieval/embedder.js").Embedder} embedder
 * @param {readonly import("../dist/retrieval/unit.js").Unit[]} units of a corpus of scale-corpus.js
 * @param {number} originals the first so many are embedded; unit i is a copy of unit i % originals.
 */
export function syntheticEmbedder(embedder, units, originals) {
  const numbers = new Map(units.map((unit, at) => [unit.sentences, at]));
  const random = seededRandom(SEED);
  // Normal deviates and bytes, drawn once and read from changing places.
  const normal = Float32Array.from(
    { length: 1 << 20 },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
  const bytes = Int8Array.from({ length: 1 << 20 }, () => Math.round((random() * 2 - 1) * BYTE_NOISE));
  const at = () => Math.floor(random() * normal.length);
  const move = (vector) => {
    const from = at();
    const factor = NOISE / Math.sqrt(vector.length);
    const moved = vector.map((value, d) => value + factor * normal[(from + d) % normal.length]);
    const length = Math.hypot(...moved);
    return moved.map((value) => value / length);
  };
  const shake = ({ pieces, vectors, pooled }) => {
    const dimensions = pooled.length;
    const from = at();
    const moved = new Int8Array(vectors.length);
    const scales = new Float32Array(pieces.length);
    for (let row = 0; row < pieces.length; row += 1) {
      let squares = 0;
      for (let i = row * dimensions; i < (row + 1) * dimensions; i += 1) {
        const value = Math.max(-127, Math.min(127, vectors[i] + bytes[(from + i) % bytes.length]));
        moved[i] = value;
        squares += value * value;
      }
      scales[row] = 1 / Math.sqrt(squares || 1);
    }
    return { pieces, vectors: moved, scales, pooled: move(pooled) };
  };
  const encodeEach = async (passages, each) => {
    const real = await embedder.encodePassages(units.slice(0, originals).map((unit) => unit.sentences));
    for (const [at, passage] of passages.entries()) {
      const number = numbers.get(passage);
      const original = number === undefined ? undefined : real[number % originals];
      if (original?.sentences.length !== passage.length)
        await each(at, (await embedder.encodePassages([passage]))[0]);
      else if (number < originals) await each(at, original);
      else await each(at, { pooled: move(original.pooled), sentences: original.sentences.map(shake) });
    }
  };
  return { ...embedder, encodeEach };
}
