import type { Quote } from "../edition/quote.js";
import { abstention } from "./abstain.js";
import type { Answer } from "./answer.js";
import type { AskOptions } from "./ask-options.js";
import { isAllowed } from "./is-allowed.js";
import { oneVoice } from "./one-voice.js";
import { quoteRun } from "./quote-run.js";
import type { Searcher } from "./searcher.js";
import { type StructureAnswer, structureAnswer } from "./structure-question.js";
import type { Unit } from "./unit.js";

/** The most sentences of a quote that was not asked for by its reference. */
const LONGEST_PART = 3;
/** Probability of a part of the document that answers a question about the document (letter's dev half: 17 of 18). */
const STRUCTURE_PROBABILITY = 0.95;

/**
 * What answers a question about the document: one of its parts, or that it does not say which document it means; or
 * the work it means where that has no such part. Undefined where the question is about anything else.
 */
export function documentAnswer(
  { units }: Searcher,
  text: string,
  options: AskOptions,
): Answer | Extract<StructureAnswer, { kind: "no-part" }> | undefined {
  const asked = structureAnswer(text.trim(), units, options.works);
  if (asked?.kind === "which-work")
    return { ...abstention(text, "which-work"), works: asked.works.map(({ id }) => id) };
  if (asked?.kind !== "units") return asked;
  const parts = asked.units.map((at) => units[at] as Unit).filter((unit) => isAllowed(unit, options));
  if (parts.length === 0) return undefined;
  const quotes = parts.slice(0, options.limit).map((unit) => quotePart(unit, asked.reads, options.witness));
  return {
    version: 1,
    question: text,
    kind: "answer",
    confidence: STRUCTURE_PROBABILITY,
    quotes: oneVoice(quotes),
    notes: [],
  };
}

/** A part of the document; of one that is longer than a quote may be, the sentence that says what was asked. */
function quotePart(unit: Unit, reads: RegExp | undefined, siglum: string | undefined): Quote {
  const count = unit.sentences.length;
  const at = count > LONGEST_PART ? unit.sentences.findIndex((sentence) => reads?.test(sentence)) : -1;
  return quoteRun(unit, at === -1 ? { from: 0, to: count } : { from: at, to: at + 1 }, siglum);
}
