import { createHash } from "node:crypto";
import { endianness } from "node:os";
import type { EncodedPassage, ModelIdentity } from "../../retrieval/embedder.js";

// Typed arrays are written as they lie in memory; every platform that onnxruntime serves is little-endian.
if (endianness() !== "LE")
  throw new Error("quoth's index files are little-endian, and so must the machine be");

const MAGIC = 0x63_65_72_71; // "qrec"
const KEY_BYTES = 16;
/** Magic, length, sentences, pieces, dimensions, zero (uint32 each); model, content, digest (16 bytes each). */
const MODEL_AT = 24;
const CONTENT_AT = MODEL_AT + KEY_BYTES;
const DIGEST_AT = CONTENT_AT + KEY_BYTES;
export const HEADER_BYTES = DIGEST_AT + KEY_BYTES;

/** What a record's header says of it; only `readRecord` checks it against the rest. */
export interface RecordHeader {
  readonly bytes: number;
  readonly sentences: number;
  readonly pieces: number;
  readonly dimensions: number;
  /** `modelKey` of the model that made it, and `unitHash` of what it was made of; hex. */
  readonly model: string;
  readonly content: string;
}

/** What makes two vectors comparable, as 32 hex digits: the model's files and the pooling (`version`). */
export function modelKey(model: ModelIdentity, version: number): string {
  return hash([
    Buffer.from(JSON.stringify([version, model.id, model.sha256, model.dtype, model.dimensions])),
  ]);
}

/**
 * A unit's record, complete in itself: after the header the pieces of each sentence (uint32), piece ids (int32),
 * scales (float32), the passage's vector, the sentences' vectors (float32), the pieces' vectors (int8), and
 * zeros up to a multiple of 4. The digest is of all other bytes.
 * @param model of `modelKey`. @param content of `unitHash`.
 */
export function packRecord(
  { pooled, sentences }: EncodedPassage,
  model: string,
  content: string,
): Uint8Array<ArrayBuffer> {
  const dimensions = pooled.length;
  const pieces = sentences.reduce((sum, sentence) => sum + sentence.pieces.length, 0);
  const bytes = recordBytes(sentences.length, pieces, dimensions);
  const record = new Uint8Array(bytes);
  record.set(viewBytes(Uint32Array.of(MAGIC, bytes, sentences.length, pieces, dimensions, 0)));
  record.set(Buffer.from(model, "hex"), MODEL_AT);
  record.set(Buffer.from(content, "hex"), CONTENT_AT);
  let at = HEADER_BYTES;
  const put = (array: ArrayBufferView): void => {
    record.set(viewBytes(array), at);
    at += array.byteLength;
  };
  put(Uint32Array.from(sentences, (sentence) => sentence.pieces.length));
  for (const sentence of sentences) put(sentence.pieces);
  for (const sentence of sentences) put(sentence.scales);
  put(pooled);
  for (const sentence of sentences) put(sentence.pooled);
  for (const sentence of sentences) put(sentence.vectors);
  record.set(digestOf(record), DIGEST_AT);
  return record;
}

/** The header at the beginning of `bytes`, or undefined where none can stand there. */
export function readHeader(bytes: Uint8Array): RecordHeader | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const [magic, length, sentences, pieces, dimensions] = [0, 4, 8, 12, 16].map((at) =>
    view.getUint32(at, true),
  ) as [number, number, number, number, number];
  if (magic !== MAGIC || length !== recordBytes(sentences, pieces, dimensions)) return undefined;
  const hex = (at: number): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset + at, KEY_BYTES).toString("hex");
  return { bytes: length, sentences, pieces, dimensions, model: hex(MODEL_AT), content: hex(CONTENT_AT) };
}

/**
 * The passage in a record, as views of `record` (whose offset is a multiple of 4), after every byte of it was
 * held against its digest.
 * @returns undefined where it is not the record of just this model and content.
 */
export function readRecord(
  record: Uint8Array<ArrayBuffer>,
  model: string,
  content: string,
): EncodedPassage | undefined {
  const header = readHeader(record);
  if (header?.bytes !== record.length || header.model !== model || header.content !== content)
    return undefined;
  if (!digestOf(record).equals(record.subarray(DIGEST_AT, HEADER_BYTES))) return undefined;
  const { sentences, pieces, dimensions } = header;
  const { buffer, byteOffset } = record;
  let at = byteOffset + HEADER_BYTES;
  const take = <T>(make: (offset: number) => T, bytes: number): T => {
    const made = make(at);
    at += bytes;
    return made;
  };
  const counts = take((offset) => new Uint32Array(buffer, offset, sentences), sentences * 4);
  if (counts.reduce((sum, count) => sum + count, 0) !== pieces) return undefined;
  const ids = take((offset) => new Int32Array(buffer, offset, pieces), pieces * 4);
  const scales = take((offset) => new Float32Array(buffer, offset, pieces), pieces * 4);
  const pooled = take((offset) => new Float32Array(buffer, offset, dimensions), dimensions * 4);
  const means = take(
    (offset) => new Float32Array(buffer, offset, sentences * dimensions),
    sentences * dimensions * 4,
  );
  const vectors = new Int8Array(buffer, at, pieces * dimensions);
  let first = 0;
  return {
    pooled,
    sentences: Array.from(counts, (count, sentence) => {
      const [from, to] = [first, (first += count)];
      return {
        pieces: ids.subarray(from, to),
        scales: scales.subarray(from, to),
        pooled: means.subarray(sentence * dimensions, (sentence + 1) * dimensions),
        vectors: vectors.subarray(from * dimensions, to * dimensions),
      };
    }),
  };
}

function recordBytes(sentences: number, pieces: number, dimensions: number): number {
  const body = sentences * 4 + pieces * 8 + (1 + sentences) * dimensions * 4 + pieces * dimensions;
  return HEADER_BYTES + Math.ceil(body / 4) * 4;
}

function digestOf(record: Uint8Array): Buffer {
  return Buffer.from(hash([record.subarray(0, DIGEST_AT), record.subarray(HEADER_BYTES)]), "hex");
}

function hash(parts: readonly Uint8Array[]): string {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest("hex").slice(0, KEY_BYTES * 2);
}

function viewBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
