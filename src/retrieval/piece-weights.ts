import type { EncodedQuestion } from "./embedder.js";
import type { Question } from "./question.js";

/** How many passages of background the vocabulary's own ranking is worth beside the corpus's counts. */
const BACKGROUND_PASSAGES = 20;
/** BERT's vocabulary: below this id stand unused slots, punctuation and single characters; above, words by frequency. */
const FIRST_WORD = 1996;
/** Where in that ranking words begin to be worth more than a function word; steeper or flatter measured alike. */
const RANK_SCALE = 5;

/**
 * The weight of each word piece of a question: its inverse document frequency, after the corpus and, where
 * that is small, after the rank of the piece in the model's vocabulary, which is in order of frequency
 * (Zipf). Pieces of the frame and of punctuation weigh nothing.
 */
export function pieceWeights(
  question: Question,
  encoded: EncodedQuestion,
  pieceCounts: ReadonlyMap<number, number>,
  units: number,
): Float32Array {
  return Float32Array.from(encoded.pieces, (piece, at) => {
    const offset = encoded.offsets[at] as number;
    if (question.frame.some(({ start, end }) => offset >= start && offset < end)) return 0;
    if (!/[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(question.text.codePointAt(offset) ?? 32))) return 0;
    const count = pieceCounts.get(piece) ?? 0;
    const corpus = Math.log(1 + (units - count + 0.5) / (count + 0.5));
    const background = piece < FIRST_WORD ? 0.3 : 0.3 + Math.log((piece - FIRST_WORD) / RANK_SCALE + 1);
    return (units * corpus + BACKGROUND_PASSAGES * background) / (units + BACKGROUND_PASSAGES);
  });
}
