import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createExactIndex } from "../../src/adapters/exact/create-exact-index.js";
import { openHnswIndex, writeHnswFile } from "../../src/adapters/hnsw/create-hnsw-index.js";
import { loadHnswlib } from "../../src/adapters/hnsw/load-hnswlib.js";
import { packVectors } from "../../src/adapters/index/pack.js";
import { segmentSentences } from "../../src/edition/segment-sentences.js";
import type { Embedder } from "../../src/retrieval/embedder.js";
import { openBundled } from "./model.js";
import { vectorIndexContract } from "./vector-index-contract.js";

/** One paragraph in eight here; all of them in `npm run bench`. */
const EVERY = 8;

interface Squad {
  readonly data: readonly {
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly { readonly question: string }[];
    }[];
  }[];
}

let folder = "";
let embedder: Embedder | undefined;
let real: { name: string; dimensions: number; vectors: Float32Array; queries: readonly Float32Array[] }[] =
  [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "quoth-hnsw-"));
  embedder = await openBundled(2);
  const { dimensions } = embedder.model;
  const squad = JSON.parse(readFileSync(new URL("../data/xquad.en.json", import.meta.url), "utf8")) as Squad;
  const paragraphs = squad.data.flatMap((article) => article.paragraphs).filter((_, at) => at % EVERY === 0);
  const passages = paragraphs.map(({ context }) =>
    segmentSentences(context).map((s) => context.slice(s.start, s.end)),
  );
  const encoded = await embedder.encodePassages(passages);
  const queries: Float32Array[] = [];
  for (const { qas } of paragraphs)
    queries.push((await embedder.encodeQuestion(qas[0]?.question ?? "")).pooled);
  real = [
    {
      name: "paragraphs",
      dimensions,
      queries,
      vectors: packVectors(
        encoded.map((one) => one.pooled),
        dimensions,
      ),
    },
    {
      name: "sentences",
      dimensions,
      queries,
      vectors: packVectors(
        encoded.flatMap((one) => one.sentences.map((s) => s.pooled)),
        dimensions,
      ),
    },
  ];
});
afterAll(async () => {
  await embedder?.close();
  rmSync(folder, { recursive: true, force: true });
});

vectorIndexContract(
  "exact",
  (vectors, dimensions) => Promise.resolve(createExactIndex(vectors, dimensions)),
  () => Promise.resolve(real),
);

let count = 0;
vectorIndexContract(
  "hnsw",
  async (vectors, dimensions) => {
    const lib = await loadHnswlib();
    if (!lib) throw new Error("hnswlib-node is not compiled");
    const file = path.join(folder, `${(count += 1)}.hnsw`);
    await writeHnswFile(lib, vectors, dimensions, file);
    return openHnswIndex(lib, file, dimensions);
  },
  () => Promise.resolve(real),
);

it("a graph is written alike from the same vectors", async () => {
  const lib = await loadHnswlib();
  const [{ vectors, dimensions } = { vectors: new Float32Array(0), dimensions: 2 }] = real;
  if (!lib) throw new Error("hnswlib-node is not compiled");
  const files = ["x", "y"].map((name) => path.join(folder, name)) as [string, string];
  for (const file of files) await writeHnswFile(lib, vectors, dimensions, file);
  expect(readFileSync(files[0]).equals(readFileSync(files[1]))).toBe(true);
});
