import { createEntryPool } from "./entry-pool.js";
import type { UnitEntry } from "./manifest.js";

export interface UnitLabels {
  readonly passage: number;
  /** Of its first sentence; the others follow. */
  readonly sentence: number;
  /** Whether its vectors are not in the graphs yet. */
  readonly fresh: boolean;
}

export interface LabelPlan {
  readonly units: readonly UnitLabels[];
  /** Entries of the earlier index whose vectors have to leave the graphs. */
  readonly gone: readonly UnitEntry[];
  readonly next: { readonly passages: number; readonly sentences: number };
}

/**
 * The labels of the units of a corpus in the graphs of an earlier index: a unit whose content was there keeps its
 * labels, wherever it stands now; all others get labels that were never used.
 */
export function planLabels(
  units: readonly { readonly content: string; readonly sentences: number }[],
  before: readonly UnitEntry[],
  nextLabels: LabelPlan["next"],
): LabelPlan {
  const pool = createEntryPool(before);
  let { passages, sentences } = nextLabels;
  const labels = units.map(({ content, sentences: count }): UnitLabels => {
    const known = pool.take(content);
    if (known) return { passage: known.passageLabel, sentence: known.sentenceLabel, fresh: false };
    const fresh = { passage: passages, sentence: sentences, fresh: true };
    passages += 1;
    sentences += count;
    return fresh;
  });
  return { units: labels, gone: pool.rest(), next: { passages, sentences } };
}
