import { wordsOf } from "../edition/words.js";
import { editDistance } from "./edit-distance.js";
import type { EncodedQuestion } from "./embedder.js";

/** Shorter words are too easily another word. */
const SHORTEST = 5;
/** From this length on, two slips are believed. */
const TWO_SLIPS_FROM = 8;

/**
 * The question with misspelt words put right, or undefined where there is none. A word is misspelt when the
 * model's vocabulary does not have it whole, the source does not use it, and a word of the source (or the name
 * of a correspondent) with the same first letter is one slip away, two for long words.
 * @param vocabulary normalised words of the source and names, with their frequencies.
 */
export function correctSpelling(
  text: string,
  encoded: EncodedQuestion,
  vocabulary: ReadonlyMap<string, number>,
): string | undefined {
  const pieces = new Map<number, number>();
  for (const offset of encoded.offsets) pieces.set(offset, (pieces.get(offset) ?? 0) + 1);
  let corrected = "";
  let from = 0;
  for (const word of wordsOf(text)) {
    if (word.norm.length < SHORTEST || (pieces.get(word.start) ?? 0) < 2 || !/^\p{L}+$/u.test(word.norm))
      continue;
    const meant = nearest(word.norm, vocabulary);
    if (meant === undefined) continue;
    corrected += text.slice(from, word.start) + meant;
    from = word.end;
  }
  return from === 0 ? undefined : corrected + text.slice(from);
}

function nearest(word: string, vocabulary: ReadonlyMap<string, number>): string | undefined {
  if (vocabulary.has(word) || vocabulary.has(word.replace(/s$/, ""))) return undefined;
  const most = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  let best: string | undefined;
  let bestRank = Infinity;
  for (const [candidate, frequency] of vocabulary) {
    if (candidate.charAt(0) !== word.charAt(0) || candidate.length < SHORTEST - 1) continue;
    const distance = editDistance(word, candidate, most);
    // The nearest, then the most frequent.
    const rank = distance - frequency / (frequency + 1) / 2;
    if (distance <= most && rank < bestRank) {
      best = candidate;
      bestRank = rank;
    }
  }
  return best;
}
