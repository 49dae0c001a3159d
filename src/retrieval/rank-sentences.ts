import type { BlockKind } from "../edition/block.js";
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

/** Passages whose sentences are compared piece by piece; the right one is among them in 98.8 % (SQuAD 2.0 dev). */
const RERANKED = 12;
/** Neighbours asked of each index. */
const NEIGHBOURS = 30;
/** BM25's most for one occurrence of a term is idf × (k1 + 1). */
const LEXICAL_MOST = 2.2;

/**
 * All sentences of the best passages: prose best first, then the lines that name or frame, best first. The passages are chosen by a convex sum of four scores, each
 * scaled to its range over the candidates: paragraph and best sentence, dense and lexical.
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

async function choosePassages(
  { units, firstSentence, index }: Searcher,
  encoded: EncodedQuestion,
  lexicalUnits: Float32Array,
  lexicalSentences: Float32Array,
  allowed: (unit: Unit) => boolean,
): Promise<readonly number[]> {
  const open = [...units.keys()].filter((unit) => allowed(units[unit] as Unit));
  if (open.length <= RERANKED) return open;
  let accepts: [unit?: (id: number) => boolean, sentence?: (id: number) => boolean] = [];
  if (open.length < units.length) {
    const isOpen = new Uint8Array(units.length);
    for (const unit of open) isOpen[unit] = 1;
    accepts = [(id) => isOpen[id] === 1, (id) => isOpen[unitOf(firstSentence, id)] === 1];
  }
  const [passages = []] = await index.passages.search([encoded.pooled], NEIGHBOURS, accepts[0]);
  const [sentences = []] = await index.sentences.search([encoded.pooled], NEIGHBOURS, accepts[1]);

  const dense = new Map(passages.map(({ id, score }) => [id, score]));
  const denseSentence = new Map<number, number>();
  const bestSentence = new Map<number, number>();
  for (const { id, score } of sentences) raise(denseSentence, unitOf(firstSentence, id), score);
  const candidates = new Set([...dense.keys(), ...denseSentence.keys()]);
  for (const unit of topOf(lexicalUnits, NEIGHBOURS)) candidates.add(unit);
  for (const id of topOf(lexicalSentences, NEIGHBOURS)) candidates.add(unitOf(firstSentence, id));
  for (const unit of candidates) {
    for (let id = firstSentence[unit] as number; id < (firstSentence[unit + 1] as number); id += 1) {
      raise(bestSentence, unit, lexicalSentences[id] as number);
    }
  }
  const chosen = [...candidates].filter((unit) => allowed(units[unit] as Unit));
  const scales = [
    chosen.map((unit) => dense.get(unit)),
    chosen.map((unit) => denseSentence.get(unit)),
    chosen.map((unit) => lexicalUnits[unit]),
    chosen.map((unit) => bestSentence.get(unit)),
  ].map(scaleToRange);
  return chosen
    .map((unit, at) => ({ unit, sum: scales.reduce((sum, scale) => sum + (scale[at] as number), 0) }))
    .sort((a, b) => b.sum - a.sum || a.unit - b.unit)
    .slice(0, RERANKED)
    .map(({ unit }) => unit);
}

/** Scores to 0 … 1 over their range; one that is not known (beyond the neighbours asked for) is 0. */
function scaleToRange(scores: readonly (number | undefined)[]): readonly number[] {
  const known = scores.filter((score) => score !== undefined);
  const low = Math.min(...known);
  const range = Math.max(...known) - low;
  return scores.map((score) => (score === undefined || range <= 0 ? 0 : (score - low) / range));
}

/** The numbers of the `count` largest scores above 0, largest first, ties in order. */
function topOf(scores: Float32Array, count: number): readonly number[] {
  const best: number[] = [];
  let least = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] as number;
    if (score <= least) continue;
    let place = best.length;
    while (place > 0 && (scores[best[place - 1] as number] as number) < score) place -= 1;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
    if (best.length === count) least = scores[best[count - 1] as number] as number;
  }
  return best;
}

function unitOf(firstSentence: readonly number[], sentence: number): number {
  let low = 0;
  let high = firstSentence.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((firstSentence[middle] as number) <= sentence) low = middle;
    else high = middle;
  }
  return low;
}

function raise(map: Map<number, number>, key: number, value: number): void {
  map.set(key, Math.max(map.get(key) ?? -Infinity, value));
}

function share(score: number | undefined, idfSum: number): number {
  return idfSum > 0 ? (score ?? 0) / (LEXICAL_MOST * idfSum) : 0;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] as number) * (b[d] as number);
  return sum;
}
