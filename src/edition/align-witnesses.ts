import { alignSequences, LEAST_SIMILARITY } from "./align-sequences.js";
import type { Passage, Sentence } from "./passage.js";
import type { Span } from "./span.js";
import { wordsOf } from "./words.js";

interface Text {
  readonly text: string;
  readonly passages: readonly Passage[];
}

/**
 * Gives the passages of `other` the reference paths of `base`, so that one reference serves both:
 * paragraph by paragraph, then sentence by sentence. A paragraph that stands elsewhere keeps the path of
 * its counterpart; one that `base` lacks is named after its predecessor with a letter ("3a"); a sentence
 * of `other` that holds two of `base` bears both numbers ("3.1-2"), two that make one of `base` are one.
 * Only paragraphs of the text are aligned: openers and closers are single, apparatus is each edition's own.
 */
export function alignWitnesses(base: Text, other: Text): readonly Passage[] {
  const isParagraph = (passage: Passage): boolean => passage.layer === "text" && passage.kind === "paragraph";
  const left = base.passages.filter(isParagraph);
  const right = other.passages.filter(isParagraph);
  const partner = pairParagraphs(left, wordLists(base.text, left), right, wordLists(other.text, right));

  let previous = "0";
  let letters = 0;
  const renamed = right.map((passage, at): Passage => {
    const counterpart = partner[at];
    if (!counterpart) {
      letters += 1;
      return renumber(passage, `${previous}${letterName(letters)}`);
    }
    previous = counterpart.path;
    letters = 0;
    return {
      ...passage,
      path: counterpart.path,
      sentences: alignSentences(base.text, counterpart, other.text, passage),
    };
  });
  const byStart = new Map(renamed.map((passage) => [passage.start, passage]));
  return other.passages.map((passage) =>
    isParagraph(passage) ? (byStart.get(passage.start) as Passage) : passage,
  );
}

/** For every right paragraph its left counterpart: in order first, then what was moved, by likeness. */
function pairParagraphs(
  left: readonly Passage[],
  leftWords: readonly (readonly string[])[],
  right: readonly Passage[],
  rightWords: readonly (readonly string[])[],
): readonly (Passage | undefined)[] {
  const partner: (Passage | undefined)[] = right.map(() => undefined);
  const free = new Set(left.keys());
  for (const run of alignSequences(leftWords, rightWords, false)) {
    if (run.left[1] === run.left[0] || run.right[1] === run.right[0]) continue;
    partner[run.right[0]] = left[run.left[0]];
    free.delete(run.left[0]);
  }
  const lost = [...right.keys()].filter((at) => partner[at] === undefined);
  const holders = holdersOf(leftWords, lost.length === 0 ? [] : free);
  for (const at of lost) {
    const own = rightWords[at] ?? [];
    const candidate = [...sharedWords(own, holders)]
      .sort(([a], [b]) => a - b)
      .find(
        ([unit, shared]) =>
          free.has(unit) && 2 * shared >= LEAST_SIMILARITY * (own.length + (leftWords[unit]?.length ?? 0)),
      )?.[0];
    if (candidate === undefined) continue;
    partner[at] = left[candidate];
    free.delete(candidate);
  }
  return partner;
}

type Holders = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** For every word the units that hold it, with how often. */
function holdersOf(words: readonly (readonly string[])[], units: Iterable<number>): Holders {
  const holders = new Map<string, Map<number, number>>();
  for (const unit of units) {
    for (const word of words[unit] ?? []) {
      const own = holders.get(word) ?? new Map<number, number>();
      holders.set(word, own.set(unit, (own.get(unit) ?? 0) + 1));
    }
  }
  return holders;
}

/** How many words each unit shares with `words`, repetitions counted. */
function sharedWords(words: readonly string[], holders: Holders): ReadonlyMap<number, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shared = new Map<number, number>();
  for (const [word, count] of counts) {
    for (const [unit, theirs] of holders.get(word) ?? [])
      shared.set(unit, (shared.get(unit) ?? 0) + Math.min(count, theirs));
  }
  return shared;
}

function alignSentences(
  baseText: string,
  base: Passage,
  otherText: string,
  other: Passage,
): readonly Sentence[] {
  const runs = alignSequences(wordLists(baseText, base.sentences), wordLists(otherText, other.sentences));
  const sentences: Sentence[] = [];
  let previous = `${base.path}.0`;
  let letters = 0;
  for (const { left, right } of runs) {
    const own = other.sentences.slice(...right);
    const first = base.sentences[left[0]];
    if (own.length === 0) continue;
    if (first === undefined || left[1] === left[0]) {
      for (const sentence of own) {
        letters += 1;
        sentences.push({ ...sentence, path: `${previous}${letterName(letters)}` });
      }
      continue;
    }
    const last = base.sentences[left[1] - 1] as Sentence;
    const path = left[1] - left[0] > 1 ? `${first.path}-${last.path.split(".").at(-1) ?? ""}` : first.path;
    sentences.push({ path, start: (own[0] as Span).start, end: (own.at(-1) as Span).end });
    previous = last.path;
    letters = 0;
  }
  return sentences;
}

function renumber(passage: Passage, path: string): Passage {
  return {
    ...passage,
    path,
    sentences: passage.sentences.map((s, at) => ({ ...s, path: `${path}.${at + 1}` })),
  };
}

function wordLists(text: string, spans: readonly Span[]): readonly (readonly string[])[] {
  return spans.map((span) => wordsOf(text.slice(span.start, span.end)).map((word) => word.norm));
}

/** 1 → a, 26 → z, 27 → aa. */
function letterName(count: number): string {
  const digit = String.fromCharCode(97 + ((count - 1) % 26));
  return count > 26 ? letterName(Math.floor((count - 1) / 26)) + digit : digit;
}
