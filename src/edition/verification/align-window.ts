import { FUNCTION_WORDS } from "./function-words.js";
import type { Window } from "./find-windows.js";
import type { Pair, Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";

/** Rewards and costs of an alignment, in words of sense. */
const SCORE = {
  /** A word in common; a word of grammar is found nearly everywhere and counts half. */
  word: 1,
  functionWord: 0.5,
  /** Beside another word in common. */
  adjacent: 0.3,
  /** Beside one of the sentence before, where the quotation has no stop. */
  runOn: -0.2,
  substituted: -0.3,
  inserted: -0.5,
  insertedInBrackets: -0.1,
  /** Words of the source left out: the first, each further one, and at an ellipsis. */
  omitted: -0.6,
  omittedNext: -0.12,
  omittedByEllipsis: -0.001,
  /** Leaving out the end of a sentence, too: the words are rather those of one sentence. */
  omittedSentenceEnd: -0.3,
} as const;

const [START, MATCH, SUBSTITUTE, INSERT, OMIT] = [0, 1, 2, 3, 4];

/** Pairs of an alignment and what it scored. */
export interface Alignment {
  readonly pairs: readonly Pair[];
  readonly score: number;
}

/**
 * The best alignment of the quotation's words `qFrom`..`qTo` with a stretch of the window: the source is free
 * at both ends unless `anchored`. Smith & Waterman (1981) with affine gaps (Gotoh 1982) on the source's side.
 * Time and space are the product of the two lengths.
 */
export function alignWindow(
  index: QuotationIndex,
  query: Query,
  { from, to }: Window,
  allowed: Uint8Array,
  [qFrom, qTo]: readonly [number, number] = [0, query.ids.length],
  anchored = false,
): Alignment {
  const { tokens, raw } = query.parsed;
  const rows = qTo - qFrom;
  const columns = to - from;
  const width = columns + 1;
  const trace = new Uint8Array((rows + 1) * width);
  const openedAt = new Uint8Array((rows + 1) * width);
  let above = new Float32Array(width);
  let row = new Float32Array(width);
  // Words that may not be matched are 0, which is no word's id.
  const words = new Int32Array(columns);
  const endsSentence = new Uint8Array(columns);
  for (let k = 0; k < columns; k += 1) {
    if (allowed[index.placeOf[from + k] as number] === 1) words[k] = index.ids[from + k] as number;
    if (sentenceEndsAt(index, from + k)) endsSentence[k] = 1;
  }

  for (let i = 0; i <= rows; i += 1) {
    const token = tokens[qFrom + i - 1];
    const weight = token && FUNCTION_WORDS.has(token.norm) ? SCORE.functionWord : SCORE.word;
    const insertion = token?.bracketed ? SCORE.insertedInBrackets : SCORE.inserted;
    // An ellipsis goes before the next word, so that leaving out words in this row is what it says.
    const elided = tokens[qFrom + i]?.ellipsis !== undefined;
    const open = elided ? SCORE.omittedByEllipsis : SCORE.omitted;
    const next = elided ? SCORE.omittedByEllipsis : SCORE.omittedNext;
    const end = elided ? 0 : SCORE.omittedSentenceEnd;
    const id = query.ids[qFrom + i - 1];
    const bare = query.bare[qFrom + i - 1];
    const besideMatch = weight + (token?.ellipsis ? 0 : SCORE.adjacent);
    const stops = /[.!?:;]/.test(raw.slice(tokens[qFrom + i - 2]?.end ?? 0, token?.start ?? 0).slice(0, 20));
    let omit = -Infinity;
    for (let j = 0; j <= columns; j += 1) {
      const at = i * width + j;
      let best = -Infinity;
      let move = START;
      if (i === 0) best = anchored && j > 0 ? -Infinity : 0;
      else {
        best = (above[j] as number) + insertion;
        move = INSERT;
        if (j > 0) {
          const word = words[j - 1];
          let score = above[j - 1] as number;
          let diagonal = SUBSTITUTE;
          if (word !== 0 && (word === id || word === bare)) {
            if (trace[at - width - 1] !== MATCH) score += weight;
            else score += !stops && j > 1 && endsSentence[j - 2] === 1 ? weight + SCORE.runOn : besideMatch;
            diagonal = MATCH;
          } else score += SCORE.substituted;
          if (score > best) {
            best = score;
            move = diagonal;
          }
        }
      }
      if (j > 0 && (i > 0 || anchored)) {
        const penalty = endsSentence[j - 1] === 1 ? end : 0;
        const opened = (row[j - 1] as number) + open + penalty;
        const extended = omit + next + penalty;
        omit = Math.max(opened, extended);
        if (opened >= extended) openedAt[at] = 1;
        if (omit > best) {
          best = omit;
          move = OMIT;
        }
      }
      row[j] = best;
      trace[at] = move;
    }
    [above, row] = [row, above];
  }

  let j = columns;
  if (!anchored) for (let k = 0; k <= columns; k += 1) if ((above[k] as number) > (above[j] as number)) j = k;
  const score = above[j] as number;
  const pairs: Pair[] = [];
  for (let i = rows; i > 0;) {
    const at = i * width + j;
    const move = trace[at];
    if (move === MATCH) pairs.push([qFrom + i - 1, from + j - 1]);
    if (move === MATCH || move === SUBSTITUTE) [i, j] = [i - 1, j - 1];
    else if (move === INSERT) i -= 1;
    else if (move === OMIT) {
      while (openedAt[i * width + j] !== 1) j -= 1;
      j -= 1;
    } else break;
  }
  return { pairs: pairs.reverse(), score };
}

function sentenceEndsAt(index: QuotationIndex, t: number): boolean {
  return index.placeOf[t] !== index.placeOf[t + 1] || index.sentenceOf[t] !== index.sentenceOf[t + 1];
}
