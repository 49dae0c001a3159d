import type { Answer } from "./answer.js";
import type { AskOptions } from "./ask-options.js";
import type { Place } from "./find-topic.js";
import { notesOn } from "./notes-on.js";
import { oneVoice } from "./one-voice.js";
import { quotePlace } from "./quote-place.js";
import type { Searcher } from "./searcher.js";

/** Mentions that are cut out to be shown, of a word that stands everywhere. */
const MOST_MENTIONS = 100;
/** Probability that a sentence which holds a thing's words mentions it: all but words of two senses. */
const MENTION_PROBABILITY = 0.95;

/** The sentences that mention a thing as the answer to whether it is mentioned; undefined where none does. */
export function mentionAnswer(
  searcher: Searcher,
  question: string,
  mentions: readonly Place[],
  { works, witness, limit }: AskOptions,
): Answer | undefined {
  if (mentions.length === 0) return undefined;
  const shown = mentions.slice(0, MOST_MENTIONS).map((place) => quotePlace(searcher, place, witness));
  // Two lines of one sentence of verse are one quote.
  const apart = shown.filter(
    ({ reference }, at) => shown.findIndex((one) => one.reference === reference) === at,
  );
  const quotes = oneVoice(apart.slice(0, limit));
  const notes = notesOn(quotes, works);
  return { version: 1, question, kind: "answer", confidence: MENTION_PROBABILITY, quotes, notes };
}
