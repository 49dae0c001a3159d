import { termsOf } from "./terms.js";

/** Saturation of term frequency; the value that Robertson & Zaragoza (2009) give, 1.2 to 2. */
const K1 = 1.2;
/** Share of length normalisation, 0 to 1; the same source. */
const B = 0.75;

/** A question against a collection: a score for each document, and what a perfect document would get. */
export interface LexicalScores {
  readonly scores: Float32Array;
  /** Σ idf of the question's terms: the terms that occur nowhere included. */
  readonly idfSum: number;
}

export interface LexicalIndex {
  idf(term: string): number;
  has(term: string): boolean;
  score(terms: readonly string[]): LexicalScores;
}

/**
 * Okapi BM25 over stems. MiniSearch serves elsewhere for this; here the idf of words that occur nowhere is
 * wanted, too (it is what abstention leans on), and one score for every document.
 */
export function createBm25(documents: readonly string[]): LexicalIndex {
  const postings = new Map<string, { readonly documents: number[]; readonly counts: number[] }>();
  const lengths = documents.map((text, at) => {
    const terms = termsOf(text);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const posting = postings.get(term) ?? { documents: [], counts: [] };
      posting.documents.push(at);
      posting.counts.push(count);
      postings.set(term, posting);
    }
    return terms.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length) || 1;
  const norms = lengths.map((length) => K1 * (1 - B + (B * length) / average));
  const idf = (term: string): number => {
    const frequency = postings.get(term)?.documents.length ?? 0;
    return Math.log(1 + (documents.length - frequency + 0.5) / (frequency + 0.5));
  };
  return {
    idf,
    has: (term) => postings.has(term),
    score(terms) {
      const scores = new Float32Array(documents.length);
      let idfSum = 0;
      for (const term of new Set(terms)) {
        const weight = idf(term);
        idfSum += weight;
        const posting = postings.get(term);
        if (!posting) continue;
        for (let i = 0; i < posting.documents.length; i += 1) {
          const at = posting.documents[i] as number;
          const count = posting.counts[i] as number;
          scores[at] = (scores[at] as number) + (weight * count * (K1 + 1)) / (count + (norms[at] as number));
        }
      }
      return { scores, idfSum };
    },
  };
}
