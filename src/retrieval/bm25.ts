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
 * The terms of some of a collection's documents, counted. The postings of the term with number t are those from
 * `starts[t]` to `starts[t + 1]`, in order of the documents.
 */
export interface CountedTerms {
  readonly numbers: ReadonlyMap<string, number>;
  readonly starts: Int32Array;
  readonly documents: Int32Array;
  readonly counts: Int32Array;
  /** Terms of each document. */
  readonly lengths: readonly number[];
}

/** Counts the terms (stems, see `termsOf`) of each document. */
export function countTerms(documents: readonly (readonly string[])[]): CountedTerms {
  const numbers = new Map<string, number>();
  // As they come, a document after the other; `latest` is where a term stood last.
  const found: { readonly term: number; readonly document: number; count: number }[] = [];
  const latest: number[] = [];
  const frequencies: number[] = [];
  documents.forEach((terms, document) => {
    for (const term of terms) {
      let number = numbers.get(term);
      if (number === undefined) {
        numbers.set(term, (number = numbers.size));
        frequencies.push(0);
        latest.push(-1);
      }
      const posting = found[latest[number] as number];
      if (posting?.document === document) posting.count += 1;
      else {
        latest[number] = found.length;
        frequencies[number] = (frequencies[number] as number) + 1;
        found.push({ term: number, document, count: 1 });
      }
    }
  });
  const starts = new Int32Array(numbers.size + 1);
  frequencies.forEach((frequency, term) => (starts[term + 1] = (starts[term] as number) + frequency));
  const next = starts.slice();
  const postings = { documents: new Int32Array(found.length), counts: new Int32Array(found.length) };
  for (const { term, document, count } of found) {
    const at = next[term] as number;
    next[term] = at + 1;
    postings.documents[at] = document;
    postings.counts[at] = count;
  }
  return { numbers, starts, ...postings, lengths: documents.map((terms) => terms.length) };
}

/**
 * Okapi BM25 over stems. MiniSearch serves elsewhere for this; here the idf of words that occur nowhere is
 * wanted, too (it is what abstention leans on), and one score for every document.
 * @param parts the collection, one part after the other: one that did not change need not be counted again.
 */
export function createBm25(parts: readonly CountedTerms[]): LexicalIndex {
  const size = parts.reduce((sum, { lengths }) => sum + lengths.length, 0);
  const total = parts.reduce((sum, { lengths }) => lengths.reduce((all, length) => all + length, sum), 0);
  const average = total / Math.max(1, size) || 1;
  const norms = new Float64Array(size);
  const firsts: number[] = [];
  let document = 0;
  for (const { lengths } of parts) {
    firsts.push(document);
    for (const length of lengths) norms[document++] = K1 * (1 - B + (B * length) / average);
  }
  const frequencyOf = (term: string): number =>
    parts.reduce((sum, { numbers, starts }) => {
      const number = numbers.get(term);
      return number === undefined ? sum : sum + (starts[number + 1] as number) - (starts[number] as number);
    }, 0);
  const idf = (term: string): number => {
    const frequency = frequencyOf(term);
    return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
  };
  return {
    idf,
    has: (term) => parts.some(({ numbers }) => numbers.has(term)),
    score(terms) {
      const scores = new Float32Array(size);
      let idfSum = 0;
      for (const term of new Set(terms)) {
        const weight = idf(term);
        idfSum += weight;
        parts.forEach(({ numbers, starts, documents, counts }, part) => {
          const number = numbers.get(term);
          if (number === undefined) return;
          const first = firsts[part] as number;
          for (let i = starts[number] as number; i < (starts[number + 1] as number); i += 1) {
            const at = first + (documents[i] as number);
            const count = counts[i] as number;
            scores[at] =
              (scores[at] as number) + (weight * count * (K1 + 1)) / (count + (norms[at] as number));
          }
        });
      }
      return { scores, idfSum };
    },
  };
}
