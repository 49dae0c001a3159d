import { wordsOf } from "../edition/words.js";
import type { Work } from "../edition/work.js";
import { type CountedTerms, countTerms, createBm25, type LexicalIndex } from "./bm25.js";
import type { Embedder } from "./embedder.js";
import { namesOf } from "./question.js";
import { stemsOf } from "./terms.js";
import type { SearchIndex } from "./token-store.js";
import type { Tuning } from "./tuning.js";
import { collectUnits, type Unit } from "./unit.js";

/** A corpus made ready for everything that needs words but no model. */
export interface Lexicon {
  readonly works: readonly Work[];
  readonly units: readonly Unit[];
  /** Where the sentences of each unit begin in the numbering of all sentences; one entry more than units. */
  readonly firstSentence: readonly number[];
  readonly lexicalUnits: LexicalIndex;
  readonly lexicalSentences: LexicalIndex;
  /** Normalised words of the source and of its correspondents' names, with their frequencies. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

/** Everything that ranking needs. */
export interface Searcher extends Lexicon {
  readonly index: SearchIndex;
  readonly embedder: Embedder;
  /** Set only to measure. */
  readonly tuning?: Tuning;
}

export function createLexicon(works: readonly Work[]): Lexicon {
  const parts = works.map(wordsOfWork);
  const units = parts.flatMap((part) => part.units);
  const firstSentence = [0];
  for (const unit of units) firstSentence.push((firstSentence.at(-1) as number) + unit.sentences.length);
  return {
    works,
    units,
    firstSentence,
    lexicalUnits: createBm25(parts.map((part) => part.unitTerms)),
    lexicalSentences: createBm25(parts.map((part) => part.sentenceTerms)),
    vocabulary: vocabularyOf(works, parts),
  };
}

/** What a work's words come to, counted once for as long as it is the same. */
interface WorkWords {
  readonly units: readonly Unit[];
  readonly unitTerms: CountedTerms;
  readonly sentenceTerms: CountedTerms;
  readonly counts: ReadonlyMap<string, number>;
}

const counted = new WeakMap<Work, WorkWords>();

function wordsOfWork(work: Work): WorkWords {
  const known = counted.get(work);
  if (known) return known;
  const units = collectUnits([work]);
  const counts = new Map<string, number>();
  const unitTerms: string[][] = [];
  const sentenceTerms: string[][] = [];
  for (const unit of units) {
    const whole: string[] = [];
    for (const sentence of unit.sentences) {
      const own: string[] = [];
      for (const { norm } of wordsOf(sentence)) {
        counts.set(norm, (counts.get(norm) ?? 0) + 1);
        for (const term of stemsOf(norm)) {
          own.push(term);
          whole.push(term);
        }
      }
      sentenceTerms.push(own);
    }
    unitTerms.push(whole);
  }
  const words: WorkWords = {
    units,
    unitTerms: countTerms(unitTerms),
    sentenceTerms: countTerms(sentenceTerms),
    counts,
  };
  counted.set(work, words);
  return words;
}

function vocabularyOf(works: readonly Work[], parts: readonly WorkWords[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  const add = (norm: string, times: number): void => void all.set(norm, (all.get(norm) ?? 0) + times);
  for (const { counts } of parts) counts.forEach((times, norm) => add(norm, times));
  for (const name of namesOf(works)) for (const { norm } of wordsOf(name)) add(norm, 1);
  return all;
}
