import type { EncodedPassage, EncodedQuestion, EncodedText } from "../../retrieval/embedder.js";

/** The model as the encoder sees it: one text at a time, for padding and batch-mates change int8 vectors. */
export interface TokenModel {
  readonly dimensions: number;
  /** The most word pieces a window may hold, [CLS] and [SEP] aside: what the model was trained with. */
  readonly windowPieces: number;
  tokenize(text: string): readonly number[];
  /** One row of `dimensions` for [CLS], each piece, and [SEP]. */
  forward(pieces: readonly number[]): Promise<Float32Array>;
}

/** Encodes a question word by word: BERT's tokenizer splits at blanks and at every sign anyway, so the pieces are the same. */
export async function encodeQuestion(model: TokenModel, text: string): Promise<EncodedQuestion> {
  const pieces: number[] = [];
  const offsets: number[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)) {
    if (pieces.length >= model.windowPieces) break;
    for (const piece of model.tokenize(match[0])) {
      pieces.push(piece);
      offsets.push(match.index);
    }
  }
  pieces.length = Math.min(pieces.length, model.windowPieces);
  const rows = await model.forward(pieces);
  const pooled = meanOf(rows, 0, pieces.length + 2, model.dimensions);
  return {
    ...quantise(rows, pieces, 1, model.dimensions, pooled),
    offsets: Int32Array.from(offsets.slice(0, pieces.length)),
  };
}

/**
 * Encodes a passage in windows of whole sentences: each sentence's token vectors are taken from the encoding
 * of the window it stands in (late interaction after ColBERT, Khattab & Zaharia 2020, with context). The
 * passage's vector is the mean of its windows' vectors, by length.
 */
export async function encodePassage(
  model: TokenModel,
  sentences: readonly string[],
): Promise<EncodedPassage> {
  const { dimensions, windowPieces } = model;
  const tokenized = sentences.map((sentence) => model.tokenize(sentence));
  const encoded: EncodedText[] = [];
  const pooled = new Float32Array(dimensions);
  for (const window of windowsOf(tokenized, windowPieces)) {
    const pieces = window.flatMap((part) => part.pieces);
    const rows = await model.forward(pieces);
    const mean = meanOf(rows, 0, pieces.length + 2, dimensions);
    for (let d = 0; d < dimensions; d += 1)
      pooled[d] = (pooled[d] as number) + (mean[d] as number) * pieces.length;
    let row = 1;
    for (const part of window) {
      const own = meanOf(rows, row, part.pieces.length, dimensions);
      const text = quantise(rows, part.pieces, row, dimensions, own);
      const before = part.continues ? encoded.pop() : undefined;
      encoded.push(before ? joinTexts(before, text) : text);
      row += part.pieces.length;
    }
  }
  return { pooled: normalise(pooled), sentences: encoded };
}

interface Part {
  readonly pieces: readonly number[];
  /** Whether this is the rest of a sentence longer than a window. */
  readonly continues: boolean;
}

function windowsOf(sentences: readonly (readonly number[])[], limit: number): readonly (readonly Part[])[] {
  const windows: Part[][] = [];
  let room = 0;
  for (const pieces of sentences) {
    for (let at = 0; at === 0 || at < pieces.length; at += limit) {
      const part = { pieces: pieces.slice(at, at + limit), continues: at > 0 };
      if (part.pieces.length > room || windows.length === 0) {
        windows.push([]);
        room = limit;
      }
      windows.at(-1)?.push(part);
      room -= part.pieces.length;
    }
  }
  return windows;
}

/** Mean of `count` rows from `first`, normalised to length 1. */
function meanOf(rows: Float32Array, first: number, count: number, dimensions: number): Float32Array {
  const mean = new Float32Array(dimensions);
  for (let row = first; row < first + count; row += 1) {
    const base = row * dimensions;
    for (let d = 0; d < dimensions; d += 1) mean[d] = (mean[d] as number) + (rows[base + d] as number);
  }
  return normalise(mean);
}

function normalise(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] as number) * factor;
  return vector;
}

/** Rows as signed bytes, each by its own largest component, with the scale that makes it a unit vector again. */
function quantise(
  rows: Float32Array,
  pieces: readonly number[],
  first: number,
  dimensions: number,
  pooled: Float32Array,
): EncodedText {
  const vectors = new Int8Array(pieces.length * dimensions);
  const scales = new Float32Array(pieces.length);
  let at = 0;
  for (let i = 0; i < pieces.length; i += 1) {
    const base = (first + i) * dimensions;
    let largest = 0;
    for (let d = 0; d < dimensions; d += 1) {
      const size = Math.abs(rows[base + d] as number);
      if (size > largest) largest = size;
    }
    const factor = largest > 0 ? 127 / largest : 0;
    let squares = 0;
    for (let d = 0; d < dimensions; d += 1) {
      // Math.round in whole numbers, which takes a third of its time; this runs for every component that is stored.
      const value = (((rows[base + d] as number) * factor + 127.5) | 0) - 127;
      vectors[at] = value;
      at += 1;
      squares += value * value;
    }
    scales[i] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  }
  return { pieces: Int32Array.from(pieces), vectors, scales, pooled };
}

function joinTexts(a: EncodedText, b: EncodedText): EncodedText {
  const pooled = a.pooled.map(
    (value, d) => value * a.pieces.length + (b.pooled[d] as number) * b.pieces.length,
  );
  return {
    pieces: Int32Array.from([...a.pieces, ...b.pieces]),
    vectors: Int8Array.from([...a.vectors, ...b.vectors]),
    scales: Float32Array.from([...a.scales, ...b.scales]),
    pooled: normalise(pooled),
  };
}
