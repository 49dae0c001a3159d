import { endianness } from "node:os";
import type { EncodedPassage } from "../../retrieval/embedder.js";
import type { TokenVectors } from "../../retrieval/token-store.js";

// Typed arrays are written as they lie in memory; every platform that onnxruntime serves is little-endian.
if (endianness() !== "LE")
  throw new Error("quoth's index files are little-endian, and so must the machine be");

/** Vectors one after the other. */
export function packVectors(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const packed = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, at) => packed.set(vector, at * dimensions));
  return packed;
}

/** A unit's record: piece ids (int32), scales (float32), vectors (int8), each over all of its sentences. */
export function packTokens(unit: EncodedPassage): Uint8Array {
  const bytes = (array: Int32Array | Float32Array | Int8Array): Uint8Array =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return Buffer.concat([
    ...unit.sentences.map((sentence) => bytes(sentence.pieces)),
    ...unit.sentences.map((sentence) => bytes(sentence.scales)),
    ...unit.sentences.map((sentence) => bytes(sentence.vectors)),
  ]);
}

/** Bytes of the record of a unit whose sentences have so many pieces. */
export function recordBytes(pieces: readonly number[], dimensions: number): number {
  return pieces.reduce((sum, count) => sum + count, 0) * (4 + 4 + dimensions);
}

/** The token vectors in a record, sentence by sentence, as views of `record` (whose offset is a multiple of 4). */
export function unpackTokens(
  record: Uint8Array,
  pieces: readonly number[],
  dimensions: number,
): readonly TokenVectors[] {
  const total = pieces.reduce((sum, count) => sum + count, 0);
  const { buffer, byteOffset } = record;
  let at = 0;
  return pieces.map((count) => {
    const sentence = {
      pieces: new Int32Array(buffer, byteOffset + at * 4, count),
      scales: new Float32Array(buffer, byteOffset + total * 4 + at * 4, count),
      vectors: new Int8Array(buffer, byteOffset + total * 8 + at * dimensions, count * dimensions),
    };
    at += count;
    return sentence;
  });
}
