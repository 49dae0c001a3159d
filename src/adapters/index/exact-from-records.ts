import type { VectorIndex } from "../../retrieval/vector-index.js";
import { createExactIndex } from "../exact/create-exact-index.js";
import type { UnitEntry } from "./manifest.js";
import { pause } from "./pause.js";
import type { RecordReader } from "./record-reader.js";

/** Exact indexes, by label, of the vectors in the records: what serves where no graph can be opened. */
export async function exactFromRecords(
  table: readonly UnitEntry[],
  records: RecordReader,
  dimensions: number,
): Promise<{ readonly passages: VectorIndex; readonly sentences: VectorIndex }> {
  const size = table.reduce((sum, unit) => sum + unit.sentences, 0);
  const passages = new Float32Array(table.length * dimensions);
  const sentences = new Float32Array(size * dimensions);
  const labels = { passages: new Int32Array(table.length), sentences: new Int32Array(size) };
  let first = 0;
  for (const [at, unit] of table.entries()) {
    const { pooled, sentences: texts } = await records.read(unit, unit.content);
    passages.set(pooled, at * dimensions);
    labels.passages[at] = unit.passageLabel;
    texts.forEach((text, i) => {
      sentences.set(text.pooled, (first + i) * dimensions);
      labels.sentences[first + i] = unit.sentenceLabel + i;
    });
    first += texts.length;
    await pause();
  }
  return {
    passages: byLabel(createExactIndex(passages, dimensions), labels.passages),
    sentences: byLabel(createExactIndex(sentences, dimensions), labels.sentences),
  };
}

function byLabel(index: VectorIndex, labels: Int32Array): VectorIndex {
  const labelOf = (row: number): number => labels[row] as number;
  return {
    size: index.size,
    async search(queries, count, accept) {
      const found = await index.search(queries, count, accept && ((row) => accept(labelOf(row))));
      return found.map((neighbours) => neighbours.map(({ id, score }) => ({ id: labelOf(id), score })));
    },
  };
}
