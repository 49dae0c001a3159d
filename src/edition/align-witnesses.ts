import { alignRunningLines } from "./align-running-lines.js";
import { alignSequences } from "./align-sequences.js";
import { isSameLanguage } from "./language.js";
import { schemeOf } from "./levels.js";
import { letterName } from "./number-lines.js";
import { pairParagraphs } from "./pair-paragraphs.js";
import type { Passage, Sentence } from "./passage.js";
import type { Span } from "./span.js";
import { wordLists } from "./words.js";

/** A witness text with its passages; `language` as work.yaml gives it. */
export interface NumberedText {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly language: string;
}

/**
 * Gives the passages of `other` the reference paths of `base`, so that one reference serves both:
 * paragraph by paragraph, then sentence by sentence. A paragraph that stands elsewhere keeps the path of
 * its counterpart; one that `base` lacks is named after its predecessor with a letter ("3a"); a sentence
 * of `other` that holds two of `base` bears both numbers ("3.1-2"), two that make one of `base` are one.
 * Only paragraphs of the text are aligned: openers and closers are single, apparatus is each edition's own.
 *
 * Lines that run on through a division are aligned as such, whatever speeches or stanzas they stand in. A translation
 * shares no words with its original: it keeps its own numbers.
 */
export function alignWitnesses(
  base: NumberedText,
  other: NumberedText,
  levels?: readonly string[],
): readonly Passage[] {
  if (!isSameLanguage(base.language, other.language)) return other.passages;
  if (schemeOf(levels).runsOn) return alignRunningLines(base, other);
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
