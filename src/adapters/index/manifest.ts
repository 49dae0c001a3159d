import { createHash } from "node:crypto";
import { z } from "zod";
import type { ModelIdentity } from "../../retrieval/embedder.js";
import { HNSW } from "../hnsw/create-hnsw-index.js";

/** Raised whenever the files' layout, the segmentation into windows, or the pooling changes. */
export const FORMAT_VERSION = 2;
export const MANIFEST_FILE = "manifest.json";
/** The files that are read whole, and hashed, at opening; the records lie in files of their own. */
export const FILES = {
  units: "units.json",
  pieces: "pieces.json",
  passages: "passages.hnsw",
  sentences: "sentences.hnsw",
} as const;

const count = z.number().int().nonnegative();

const segmentSchema = z.object({ name: z.string().regex(/^records-\d+\.bin$/), bytes: count });

/** A file of records. */
export type Segment = Readonly<z.infer<typeof segmentSchema>>;

/** What an index says of itself; `files` has the size and the hash of every file but the records, each of which has its own. */
export const manifestSchema = z.object({
  format: z.literal(FORMAT_VERSION),
  corpus: z.string(),
  model: z.object({
    id: z.string(),
    sha256: z.string(),
    dtype: z.enum(["int8", "fp32"]),
    dimensions: z.number().int().positive(),
  }),
  space: z.literal("cosine"),
  hnsw: z.object({ m: z.number(), efConstruction: z.number(), ef: z.number(), seed: z.number() }).nullable(),
  units: count,
  sentences: count,
  /** The first label that no vector of the graphs ever had: of passages, of sentences. */
  nextLabels: z.object({ passages: count, sentences: count }),
  segments: z.array(segmentSchema),
  files: z.record(z.string(), z.object({ bytes: count, sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Unit i: the hash of its content; its record's file, offset and length; how many sentences it has; the label of
 * its vector among the passages, and of its first sentence's among the sentences, the others' following.
 */
export const unitTableSchema = z.array(z.tuple([z.string(), count, count, count, count, count, count]));

export interface UnitEntry {
  readonly content: string;
  readonly segment: number;
  readonly at: number;
  readonly bytes: number;
  readonly sentences: number;
  readonly passageLabel: number;
  readonly sentenceLabel: number;
}

/** Piece id and number of units that hold it. */
export const pieceTableSchema = z.array(z.tuple([count, count]));

export function readUnitTable(json: string): readonly UnitEntry[] {
  return unitTableSchema
    .parse(JSON.parse(json))
    .map(([content, segment, at, bytes, sentences, passageLabel, sentenceLabel]) => ({
      content,
      segment,
      at,
      bytes,
      sentences,
      passageLabel,
      sentenceLabel,
    }));
}

export function writeUnitTable(table: readonly UnitEntry[]): string {
  return JSON.stringify(
    table.map((unit) => [
      unit.content,
      unit.segment,
      unit.at,
      unit.bytes,
      unit.sentences,
      unit.passageLabel,
      unit.sentenceLabel,
    ]),
  );
}

/**
 * The name of the folder that the index of just this corpus, model and format has: `index-`, the corpus
 * folder's short hash, and the fingerprint. Another content has another name, so a finished folder is never
 * written to again.
 */
export function indexName(
  corpusDir: string,
  corpus: string,
  model: ModelIdentity,
): { readonly prefix: string; readonly name: string } {
  const prefix = `index-${sha256(corpusDir).slice(0, 8)}-`;
  const fingerprint = sha256(
    JSON.stringify([FORMAT_VERSION, corpus, model.id, model.sha256, model.dtype, HNSW]),
  );
  return { prefix, name: prefix + fingerprint.slice(0, 16) };
}

export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
