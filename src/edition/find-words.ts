import type { Concordance } from "./concordance.js";
import { cleanText } from "./clean-text.js";
import { primaryLanguage } from "./language.js";
import { LAYERS, type Layer } from "./layer.js";
import { schemeOf } from "./levels.js";
import { makeQuote } from "./make-quote.js";
import type { Passage } from "./passage.js";
import type { Quote } from "./quote.js";
import { skipsOf } from "./skips-of.js";
import { voiceOf } from "./voice-of.js";
import type { Witness, Work } from "./work.js";
import { wordsOf, type Word } from "./words.js";

/** One place where the words stand: `start`..`end` are offsets of the witness text. */
export interface Occurrence {
  readonly work: Work;
  readonly witness: Witness;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/**
 * Every occurrence of `words` as a run of whole words, by the normalised form (case, quote glyphs and marks
 * between words aside), in file order. Where editions agree on a passage, its occurrences count once, in the
 * first that has it.
 */
export function occurrencesOf(works: readonly Work[], words: string): readonly Occurrence[] {
  const wanted = wordsOf(words).map((word) => word.norm);
  if (wanted.length === 0) return [];
  return works.flatMap((work) => {
    const counted = new Map<string, number>();
    const { runsOn } = schemeOf(work.levels);
    return work.witnesses.flatMap((witness) =>
      witness.passages.flatMap((passage) => {
        const found = runsIn(witness, passage, wanted);
        if (passage.layer !== "text") return found.map((run) => ({ work, witness, passage, ...run }));
        // Of a passage (or a line, where speeches may be divided otherwise) that several editions have, only what
        // exceeds the count of the earlier ones is new.
        const own = new Map<string, number>();
        const fresh = found.filter(({ start }) => {
          const path = runsOn ? lineAt(passage, start) : passage.path;
          const key = `${primaryLanguage(witness.language)} ${path}`;
          own.set(key, (own.get(key) ?? 0) + 1);
          return (own.get(key) ?? 0) > (counted.get(key) ?? 0);
        });
        for (const [key, count] of own) counted.set(key, Math.max(counted.get(key) ?? 0, count));
        return fresh.map((run) => ({ work, witness, passage, ...run }));
      }),
    );
  });
}

/** The path of the line in which an offset lies. */
function lineAt({ sentences, path }: Passage, offset: number): string {
  return sentences.findLast(({ start }) => start <= offset)?.path ?? path;
}

export interface FindOptions {
  readonly witness?: string;
  readonly layers?: readonly Layer[];
  readonly voices?: readonly string[];
  /** The most hits to give back; the counts are of all. */
  readonly limit?: number;
}

/** The concordance of `words`: each occurrence in its sentence (or the sentences it runs over). */
export function findWords(works: readonly Work[], words: string, options: FindOptions = {}): Concordance {
  const { witness: siglum, layers, voices, limit = Infinity } = options;
  const read = siglum === undefined ? works : works.flatMap((work) => onlyWitness(work, siglum));
  const occurrences = occurrencesOf(read, words).filter(
    ({ work, witness, passage }) =>
      (!layers || layers.includes(passage.layer)) &&
      (!voices || voices.includes(voiceOf(work, witness, passage))),
  );
  const byLayer = Object.fromEntries(LAYERS.map((layer) => [layer, 0])) as Record<Layer, number>;
  for (const { passage } of occurrences) byLayer[passage.layer] += 1;
  return {
    version: 1,
    words,
    total: occurrences.length,
    byLayer,
    hits: occurrences.slice(0, limit).map((occurrence) => {
      const quote = quoteOf({
        ...occurrence,
        work: works.find((work) => work.id === occurrence.work.id) ?? occurrence.work,
      });
      return {
        quote,
        start: offsetWithin(quote, occurrence.start),
        end: offsetWithin(quote, occurrence.end),
      };
    }),
  };
}

/** The sentences that hold an occurrence. */
export function quoteOf({ work, witness, passage, start, end }: Occurrence): Quote {
  const from = Math.max(
    0,
    passage.sentences.findLastIndex((sentence) => sentence.start <= start),
  );
  const to = passage.sentences.findIndex((sentence) => sentence.end >= end);
  return makeQuote(work, { witness, passage, from, to: to === -1 ? passage.sentences.length : to + 1 });
}

/** Where an offset of the witness text lies in the text of a quote, markers stepped over. */
function offsetWithin({ spans }: Quote, offset: number): number {
  let before = 0;
  for (const span of spans) {
    if (offset <= span.end) return before + Math.max(0, offset - span.start);
    before += span.end - span.start;
  }
  return before;
}

function runsIn(
  witness: Witness,
  passage: Passage,
  wanted: readonly string[],
): readonly { start: number; end: number }[] {
  const words = passageWords(witness, passage);
  const runs: { start: number; end: number }[] = [];
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    if (!wanted.every((word, i) => words[at + i]?.norm === word)) continue;
    runs.push({ start: words[at]?.start ?? 0, end: words[at + wanted.length - 1]?.end ?? 0 });
  }
  return runs;
}

const cache = new WeakMap<Passage, readonly Word[]>();

/** The words of a passage with offsets of the witness text, markers and gaps stepped over. */
export function passageWords({ text }: Witness, passage: Passage): readonly Word[] {
  let words = cache.get(passage);
  if (!words) {
    const clean = cleanText(text, passage, skipsOf(passage));
    words = wordsOf(clean.text).map(({ norm, start, end }) => ({
      norm,
      start: clean.startAt(start),
      end: clean.endAt(end),
    }));
    cache.set(passage, words);
  }
  return words;
}

/** The work with only this edition; nothing where it has no such edition. */
function onlyWitness(work: Work, siglum: string): readonly Work[] {
  return work.witnesses
    .filter((witness) => witness.siglum === siglum)
    .map((witness) => ({ ...work, witnesses: [witness] }));
}
