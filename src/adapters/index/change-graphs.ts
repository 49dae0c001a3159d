import path from "node:path";
import type { EncodedPassage } from "../../retrieval/embedder.js";
import { createHnswGraph, type HnswGraph, type Hnswlib } from "../hnsw/create-hnsw-index.js";
import { checkGraphFile } from "./check-graph-file.js";
import type { IndexParts } from "./index-view.js";
import { FILES, type UnitEntry } from "./manifest.js";
import { pause } from "./pause.js";
import type { LabelPlan, UnitLabels } from "./plan-labels.js";

/** Replacing a vector mends the links around it: it costs as much as adding some 15 to an empty graph (measured). */
const REPLACING = 15;

/** The two graphs of an index while it is built. */
export interface Graphs {
  readonly passages: HnswGraph;
  readonly sentences: HnswGraph;
  add(encoded: EncodedPassage, labels: UnitLabels): Promise<void>;
  remove(gone: readonly UnitEntry[]): Promise<void>;
  /** @param kept labels of vectors that stay, where there is one. @returns the next labels that were never used. */
  write(folder: string, kept: UnitLabels | undefined, next: LabelPlan["next"]): Promise<LabelPlan["next"]>;
}

/** Whether changing the graphs of `before` is quicker than building them anew. */
export function worthChanging(before: IndexParts, { units, gone }: LabelPlan): boolean {
  if (before.engine !== "hnsw") return false;
  const removed = gone.reduce((sum, { sentences }) => sum + sentences, 0);
  const added = units.filter(({ fresh }) => fresh).length * (before.sentences.size / before.passages.size);
  return REPLACING * (removed + before.sentences.free) + added < before.sentences.size / 2;
}

/** Empty graphs for so many vectors, or those of an earlier index, which are changed as they are. */
export function changeGraphs(
  lib: Hnswlib,
  before: IndexParts | undefined,
  dimensions: number,
  sizes: { readonly passages: number; readonly sentences: number },
): Graphs {
  const { passages, sentences } =
    before?.engine === "hnsw"
      ? before
      : {
          passages: createHnswGraph(lib, dimensions, sizes.passages),
          sentences: createHnswGraph(lib, dimensions, sizes.sentences),
        };
  return {
    passages,
    sentences,
    async add(encoded, labels) {
      passages.add(encoded.pooled, labels.passage);
      for (const [i, sentence] of encoded.sentences.entries()) {
        sentences.add(sentence.pooled, labels.sentence + i);
        await pause();
      }
    },
    async remove(gone) {
      for (const unit of gone) {
        passages.remove([unit.passageLabel]);
        sentences.remove(Array.from({ length: unit.sentences }, (_, i) => unit.sentenceLabel + i));
        await pause();
      }
    },
    async write(folder, kept, next) {
      const files = [path.join(folder, FILES.passages), path.join(folder, FILES.sentences)] as const;
      const after = {
        passages: await passages.write(files[0], kept?.passage, next.passages),
        sentences: await sentences.write(files[1], kept?.sentence, next.sentences),
      };
      for (const file of files) await checkGraphFile(file);
      return after;
    },
  };
}
