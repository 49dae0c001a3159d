import { createHash } from "node:crypto";
import { z } from "zod";
import type { ModelIdentity } from "../../retrieval/embedder.js";
import { HNSW } from "../hnsw/create-hnsw-index.js";

/** Raised whenever the files' layout, the segmentation into windows, or the pooling changes. */
export const FORMAT_VERSION = 1;
export const MANIFEST_FILE = "manifest.json";
export const FILES = {
  units: "units.json",
  vectors: "vectors.f32",
  tokens: "tokens.bin",
  passages: "passages.hnsw",
  sentences: "sentences.hnsw",
} as const;

/** What an index says of itself; `files` has the size and the hash of every other file. */
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
  units: z.number().int().nonnegative(),
  sentences: z.number().int().nonnegative(),
  files: z.record(z.string(), z.object({ bytes: z.number().int().nonnegative(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Unit i: the hash of its content, and how many word pieces each of its sentences has. */
export const unitTableSchema = z.array(
  z.object({ hash: z.string(), pieces: z.array(z.number().int().nonnegative()) }),
);

export type UnitTable = z.infer<typeof unitTableSchema>;

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
