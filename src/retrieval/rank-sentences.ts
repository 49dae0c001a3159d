import type { BlockKind } from "../edition/block.js";
import { choosePassages } from "./choose-passages.js";
import type { EncodedQuestion } from "./embedder.js";
import { maxSim } from "./max-sim.js";
import { fitOf } from "./fit-of.js";
import { pieceWeights } from "./piece-weights.js";
import type { Question } from "./question.js";
import type { Searcher } from "./searcher.js";
import type { Signals } from "./signals.js";
import type { Unit } from "./unit.js";

/** A sentence with all that is known of how it meets the question; every signal lies in about [-1, 1]. */
export interface Candidate {
  readonly unit: number;
  readonly sentence: number;
  /** The fused score, by which candidates are ordered. */
  readonly score: number;
  /** Whether it is a line that names or frames, rather than prose. */
  readonly line: boolean;
  readonly signals: Signals;
}

/**
 * Lines that name or frame (title, navigation, byline, date, salute, signature). As ordinary candidates they are
 * magnets that win questions which the text answers, so they come after all prose.
 */
const LINES: ReadonlySet<BlockKind> = new Set([
  "heading",
  "navigation",
  "byline",
  "dateline",
  "addressee",
  "opener",
  "closer",
]);

/** BM25's most for one occurrence of a term is idf × (k1 + 1). */
const LEXICAL_MOST = 2.2;

/**
 * All sentences of the best passages (`choosePassages`): prose best first, then the lines that name or frame, best first.
 * @param allowed which units may be quoted.
 */
export async function rankSentences(
  searcher: Searcher,
  question: Question,
  encoded: EncodedQuestion,
  allowed: (unit: Unit) => boolean,
): Promise<readonly Candidate[]> {
  const { units, firstSentence, index, embedder, tuning = {} } = searcher;
  const fit = fitOf(embedder.model);
  const fusion = { ...fit.fusion, ...tuning.fusion };
  const lexicalUnits = searcher.lexicalUnits.score(question.terms);
  const lexicalSentences = searcher.lexicalSentences.score(question.terms);
  const shortlist = await choosePassages(
    searcher,
    encoded,
    lexicalUnits.scores,
    lexicalSentences.scores,
    allowed,
  );
  const tokens = await index.tokens.read(shortlist);
  const weights = pieceWeights(question, encoded, index.tokens.pieceCounts, units.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const weigh = (best: Float32Array): number => dot(best, weights) / total;

  const candidates = shortlist.flatMap((unit, at) => {
    const sentences = tokens[at] ?? [];
    const best = maxSim(encoded, sentences, embedder.model.dimensions);
    const whole = largestOf(best, weights.length);
    const unitMaxSim = weigh(whole);
    const weakest = weakestOf(whole, weights);
    return sentences.map(({ pooled }, sentence): Candidate => {
      const id = (firstSentence[unit] as number) + sentence;
      const signals: Signals = {
        maxSim: weigh(best[sentence] as Float32Array),
        unitMaxSim,
        weakest,
        lexical: share(lexicalSentences.scores[id], lexicalSentences.idfSum),
        unitLexical: share(lexicalUnits.scores[unit], lexicalUnits.idfSum),
        dense: dot(encoded.pooled, pooled),
      };
      const { passage } = units[unit] as Unit;
      const penalty = passage.layer === "text" || tuning.apparatus === false ? 0 : fit.apparatusPenalty;
      return {
        unit,
        sentence,
        score: fuse(signals, fusion) - penalty,
        line: LINES.has(passage.kind),
        signals,
      };
    });
  });
  return candidates.sort(
    (a, b) =>
      Number(a.line) - Number(b.line) || b.score - a.score || a.unit - b.unit || a.sentence - b.sentence,
  );
}

function fuse(signals: Signals, fusion: Partial<Record<keyof Signals, number>>): number {
  return (Object.keys(fusion) as (keyof Signals)[]).reduce(
    (sum, name) => sum + (fusion[name] ?? 0) * signals[name],
    0,
  );
}

/** The passage's best cosines: the largest over its sentences, piece by piece. */
function largestOf(best: readonly Float32Array[], pieces: number): Float32Array {
  const largest = new Float32Array(pieces).fill(-1);
  for (const one of best) {
    for (let i = 0; i < pieces; i += 1)
      if ((one[i] as number) > (largest[i] as number)) largest[i] = one[i] as number;
  }
  return largest;
}

function weakestOf(best: Float32Array, weights: Float32Array): number {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  let lowest = 1;
  best.forEach((value, i) => {
    if ((weights[i] as number) >= mean / 2) lowest = Math.min(lowest, value);
  });
  return lowest;
}

function share(score: number | undefined, idfSum: number): number {
  return idfSum > 0 ? (score ?? 0) / (LEXICAL_MOST * idfSum) : 0;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] as number) * (b[d] as number);
  return sum;
}
