import { mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createExactIndex } from "../../src/adapters/exact/create-exact-index.js";
import { createHnswGraph, openHnswGraph, type Hnswlib } from "../../src/adapters/hnsw/create-hnsw-index.js";
import { loadHnswlib } from "../../src/adapters/hnsw/load-hnswlib.js";
import { checkGraphFile } from "../../src/adapters/index/check-graph-file.js";
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
      vectors: encoded.map((one) => one.pooled).reduce(joinRows, new Float32Array(0)),
    },
    {
      name: "sentences",
      dimensions,
      queries,
      vectors: encoded
        .flatMap((one) => one.sentences.map((s) => s.pooled))
        .reduce(joinRows, new Float32Array(0)),
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

const needLib = async (): Promise<Hnswlib> => {
  const lib = await loadHnswlib();
  if (!lib) throw new Error("hnswlib-node is not compiled");
  return lib;
};
const rows = (vectors: Float32Array, dimensions: number): readonly Float32Array[] =>
  Array.from({ length: vectors.length / dimensions }, (_, at) =>
    vectors.subarray(at * dimensions, (at + 1) * dimensions),
  );
async function writeGraph(vectors: Float32Array, dimensions: number, file: string): Promise<void> {
  const all = rows(vectors, dimensions);
  const graph = createHnswGraph(await needLib(), dimensions, all.length);
  all.forEach((row, label) => graph.add(row, label));
  await graph.write(file, 0, all.length);
  await checkGraphFile(file);
}

let count = 0;
vectorIndexContract(
  "hnsw",
  async (vectors, dimensions) => {
    const file = path.join(folder, `${(count += 1)}.hnsw`);
    await writeGraph(vectors, dimensions, file);
    return openHnswGraph(await needLib(), file, dimensions);
  },
  () => Promise.resolve(real),
);

describe("a graph", () => {
  const sentences = () => {
    const one = real[1]!;
    return { ...one, all: rows(one.vectors, one.dimensions) };
  };

  it("is written alike from the same vectors", async () => {
    const { vectors, dimensions } = sentences();
    const files = ["x", "y"].map((name) => path.join(folder, name)) as [string, string];
    for (const file of files) await writeGraph(vectors, dimensions, file);
    expect(readFileSync(files[0]).equals(readFileSync(files[1]))).toBe(true);
  });

  it("that was changed finds what an exact search finds, and its file holds nothing of what was taken out", async () => {
    const { all, dimensions, queries } = sentences();
    const half = all.length >> 1;
    const file = path.join(folder, "changed");
    await writeGraph(all.slice(0, half).reduce(joinRows, new Float32Array(0)), dimensions, file);
    // Taken out and replaced, one of each three; then a third more than is replaced; then the file is opened again.
    const live = new Map(all.slice(0, half).map((row, label) => [label, row]));
    let row = half;
    let label = half;
    let graph = await openHnswGraph(await needLib(), file, dimensions, live.size);
    const gone: Float32Array[] = [];
    for (const [out, into] of [
      [12, 12],
      [9, 3],
      [2, 20],
    ] as const) {
      const labels = [...live.keys()].filter((_, at) => at % 3 === 1).slice(0, out);
      for (const one of labels) gone.push(live.get(one)!);
      labels.forEach((one) => live.delete(one));
      graph.remove(labels);
      for (const added of all.slice(row, row + into)) {
        graph.add(added, label);
        live.set(label, added);
        label += 1;
      }
      row += into;
      label = await graph.write(file, [...live.keys()].at(0), label);
      await checkGraphFile(file);
      graph = await openHnswGraph(await needLib(), file, dimensions, live.size);
      expect(graph.size).toBe(live.size);
    }
    const bytes = readFileSync(file);
    for (const row of gone) expect(bytes.includes(Buffer.from(row.buffer, row.byteOffset, 64))).toBe(false);
    const labels = [...live.keys()];
    const exact = createExactIndex([...live.values()].reduce(joinRows, new Float32Array(0)), dimensions);
    const [found, wanted] = await Promise.all([graph.search(queries, 10), exact.search(queries, 10)]);
    expect(found.map((list) => list.map(({ score }) => score.toFixed(4)))).toEqual(
      wanted.map((list) => list.map(({ score }) => score.toFixed(4))),
    );
    expect(found[0]?.[0]?.id).toBe(labels[wanted[0]?.[0]?.id ?? -1]);
  });

  it("whose file is cut off is told from a whole one", async () => {
    const { vectors, dimensions } = sentences();
    const file = path.join(folder, "cut");
    await writeGraph(vectors, dimensions, file);
    const { length } = readFileSync(file);
    for (const size of [length - 1, length - 5, length >> 1, 96, 3, 0]) {
      truncateSync(file, size);
      await expect(checkGraphFile(file)).rejects.toThrow(/no space/);
    }
  });
});

function joinRows(joined: Float32Array, row: Float32Array): Float32Array {
  const both = new Float32Array(joined.length + row.length);
  both.set(joined);
  both.set(row, joined.length);
  return both;
}
