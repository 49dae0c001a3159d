import type { Calibration } from "./calibration.js";
import { CALIBRATION_ALL_MINILM_L6_V2 } from "./calibration-all-minilm-l6-v2.js";
import { CALIBRATION_QUOTH_MINILM_SENTENCES } from "./calibration-quoth-minilm-sentences.js";
import type { ModelIdentity } from "./embedder.js";
import type { Signals } from "./signals.js";

/** What was fitted to a model's scores: another model's lie elsewhere. */
export interface Fit {
  /** Weights of the fused score. */
  readonly fusion: Partial<Readonly<Record<keyof Signals, number>>>;
  /** What a note or a line of metadata loses, so that the author's own words win where both answer. */
  readonly apparatusPenalty: number;
  readonly calibration: Calibration;
}

/**
 * Both fusions were chosen on the first 8 articles of SQuAD 2.0 dev and the dev half of the letter's questions
 * (scripts/fit-fusion.js). The optimum is flat: figures around it differ by less than their intervals. What was
 * trained to choose by word pieces needs less of everything else.
 */
const STOCK: Fit = {
  fusion: { maxSim: 1, unitMaxSim: 0.6, lexical: 0.1, unitLexical: 0.2, dense: 0.3 },
  apparatusPenalty: 0.06,
  calibration: CALIBRATION_ALL_MINILM_L6_V2,
};
const SENTENCES: Fit = {
  fusion: { maxSim: 1, unitMaxSim: 0.3, lexical: 0.1, unitLexical: 0.15, dense: 0.1 },
  apparatusPenalty: 0.06,
  calibration: CALIBRATION_QUOTH_MINILM_SENTENCES,
};

const FITS: ReadonlyMap<string, Fit> = new Map([
  ["all-MiniLM-L6-v2", STOCK],
  ["quoth-minilm-sentences", SENTENCES],
]);

/** The models that come with quoth, all of them for English. */
export const BUNDLED_MODELS: readonly string[] = [...FITS.keys()];

/** The fit for a model; one that none was made for gets that of all-MiniLM-L6-v2, which its kin are nearest to. */
export function fitOf({ id }: Pick<ModelIdentity, "id">): Fit {
  return FITS.get(id) ?? STOCK;
}
