import { notesWithin } from "./notes-within.js";
import type { Passage } from "./passage.js";
import { positionAt } from "./position-at.js";
import { QuothError } from "./quoth-error.js";
import { skipsOf } from "./skips-of.js";
import type { Span } from "./span.js";

/**
 * Holds a witness to the rule that every non-blank character belongs to exactly one layer, and that in every
 * passage it belongs to a sentence, to a marker or to a gap, in order. A marker belongs to the layer of notes: so
 * a note may stand in it.
 * @throws QuothError `corpus-invalid` with line and column of the first character that does not comply.
 */
export function checkCoverage(file: string, text: string, passages: readonly Passage[]): void {
  let covered = 0;
  const inOrder = [...passages].sort((a, b) => a.start - b.start || b.end - a.end);
  const within = notesWithin(inOrder);
  let noted = 0;
  for (const passage of inOrder) {
    if (within.has(passage)) {
      if (passage.start < noted) refuse(file, text, passage.start, "belongs to two passages");
      checkPassage(file, text, passage);
      noted = passage.end;
      continue;
    }
    if (passage.start < covered) refuse(file, text, passage.start, "belongs to two passages");
    refuseNonBlank(file, text, covered, passage.start);
    checkPassage(file, text, passage);
    covered = passage.end;
  }
  refuseNonBlank(file, text, covered, text.length);
}

function checkPassage(file: string, text: string, passage: Passage): void {
  if (passage.end > text.length || passage.end < passage.start)
    refuse(file, text, passage.start, "begins a passage that ends nowhere");
  let at = passage.start;
  const step = (span: Span): void => {
    if (span.start < at || span.end > passage.end || span.end < span.start)
      refuse(file, text, span.start, "is in no place of its passage");
    refuseNonBlank(file, text, at, span.start);
    at = span.end;
  };
  passage.sentences.forEach((sentence, i) => {
    if (sentence.start < (passage.sentences[i - 1]?.end ?? 0))
      refuse(file, text, sentence.start, "is in no place of its passage");
  });
  let sentence = 0;
  for (const skip of skipsOf(passage)) {
    if (skip.start < passage.start) refuse(file, text, skip.start, "is in no place of its passage");
    while ((passage.sentences[sentence]?.end ?? Infinity) < skip.end)
      step(passage.sentences[sentence++] as Span);
    const inside = skip.start >= (passage.sentences[sentence]?.start ?? Infinity);
    if (!inside) step(skip);
  }
  passage.sentences.slice(sentence).forEach(step);
  refuseNonBlank(file, text, at, passage.end);
}

function refuseNonBlank(file: string, text: string, start: number, end: number): void {
  const found = text.slice(start, end).search(/\S/);
  if (found !== -1) refuse(file, text, start + found, "belongs to no layer");
}

function refuse(file: string, text: string, offset: number, what: string): never {
  const { line, column } = positionAt(text, offset);
  throw new QuothError(
    "corpus-invalid",
    `${file}:${line}:${column}: "${text.slice(offset, offset + 20)}" ${what}.`,
    {
      remedy: "Check the witness's format in work.yaml, or write its references anew with: quoth build --pin",
      data: { file, line, column, offset },
    },
  );
}
