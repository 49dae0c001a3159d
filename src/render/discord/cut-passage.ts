import { segmentSentences } from "../../edition/segment-sentences.js";
import { cutSentence } from "./cut-sentence.js";

/** Where a sentence begins in a quote's text (UTF-16 offset), and its reference where the edition knows one. */
export interface SentenceBreak {
  readonly at: number;
  readonly reference?: string;
}

/** What of a passage is shown: consecutive slices that begin the text, and where the part not shown begins. */
export interface CutPassage {
  readonly pieces: readonly string[];
  readonly rest?: SentenceBreak;
}

/**
 * Cuts `text` so that each piece stays within `room` by `measure` (which must be additive): after the last whole sentence that fits,
 * or, where not even the first sentence fits, that sentence alone into at most `maxPieces` pieces, one a message.
 * The pieces, joined, are always exactly the beginning of `text`.
 */
export function cutPassage(
  text: string,
  room: number,
  measure: (text: string) => number,
  maxPieces: number,
  breaks: readonly SentenceBreak[] = sentenceBreaks(text),
): CutPassage {
  if (measure(text) <= room) return { pieces: [text] };
  const inner = breaks.filter(({ at }) => at > 0 && at < text.length);
  const fitting = lastFitting(text, room, measure, inner);
  if (fitting) return { pieces: [text.slice(0, fitting.at)], rest: fitting };
  const next = inner[0];
  const pieces: string[] = [];
  let shown = 0;
  for (const piece of cutSentence(text.slice(0, next?.at), room, measure)) {
    if (pieces.length === maxPieces) return { pieces, rest: { at: shown } };
    pieces.push(piece);
    shown += piece.length;
  }
  return { pieces, ...(next === undefined ? {} : { rest: next }) };
}

/** The last break before which the text keeps within `room`. */
function lastFitting(
  text: string,
  room: number,
  measure: (text: string) => number,
  breaks: readonly SentenceBreak[],
): SentenceBreak | undefined {
  let fitting: SentenceBreak | undefined;
  let size = 0;
  for (const next of breaks) {
    size += measure(text.slice(fitting?.at ?? 0, next.at));
    if (size > room) break;
    fitting = next;
  }
  return fitting;
}

function sentenceBreaks(text: string): SentenceBreak[] {
  return segmentSentences(text).map(({ start }) => ({ at: start }));
}
