import { wordsOf } from "../edition/words.js";
import type { Work } from "../edition/work.js";
import { createBm25, type LexicalIndex } from "./bm25.js";
import type { Embedder } from "./embedder.js";
import { namesOf } from "./question.js";
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

export function createLexicon(works: readonly Work[], units: readonly Unit[] = collectUnits(works)): Lexicon {
  const firstSentence = [0];
  for (const unit of units) firstSentence.push((firstSentence.at(-1) as number) + unit.sentences.length);
  return {
    works,
    units,
    firstSentence,
    lexicalUnits: createBm25(units.map((unit) => unit.sentences.join(" "))),
    lexicalSentences: createBm25(units.flatMap((unit) => unit.sentences)),
    vocabulary: vocabularyOf(works, units),
  };
}

function vocabularyOf(works: readonly Work[], units: readonly Unit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string): void => {
    for (const { norm } of wordsOf(text)) counts.set(norm, (counts.get(norm) ?? 0) + 1);
  };
  for (const unit of units) unit.sentences.forEach(add);
  namesOf(works).forEach(add);
  return counts;
}
