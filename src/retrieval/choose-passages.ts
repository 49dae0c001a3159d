import type { EncodedQuestion } from "./embedder.js";
import type { Searcher } from "./searcher.js";
import type { Unit } from "./unit.js";

/** Passages whose sentences are compared piece by piece; the right one is among them in 98.8 % (SQuAD 2.0 dev). */
const RERANKED = 12;
/** Neighbours asked of each index. */
const NEIGHBOURS = 30;

/**
 * The passages, best first, whose sentences are worth comparing piece by piece: by a convex sum of four scores, each
 * scaled to its range over the candidates: paragraph and best sentence, dense and lexical (BM25, one score a unit and a
 * sentence).
 * @param allowed which units may be quoted.
 */
export async function choosePassages(
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
