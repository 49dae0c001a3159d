import { cleanText } from "../clean-text.js";
import type { Passage } from "../passage.js";
import { skipsOf } from "../skips-of.js";
import type { Witness, Work } from "../work.js";
import { isCapital } from "./is-capital.js";
import { JOINT } from "./joint.js";
import type { Place } from "./quotation-index.js";
import { tokensOf } from "./tokens.js";

/** Marks the end of a stream among the tokens; no word has this id. */
export const BOUNDARY = 0;
/** How a word was seen in the sources, as bits. */
export const SEEN = { lower: 1, capital: 2 } as const;

/** The columns of the index while it is built; see there. */
export interface Columns {
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
  readonly joints: number[];
  readonly placeOf: number[];
  readonly sentenceOf: number[];
}

/** Adds the tokens of a run of passages. */
export function addStream(
  columns: Columns,
  work: Work,
  witness: Witness,
  passages: readonly Passage[],
  places: Place[],
  idOf: (norm: string) => number,
  seen: number[],
): void {
  for (const passage of passages) {
    const place = places.push({ work, witness, passage }) - 1;
    const { text: clean, startAt, endAt } = cleanText(witness.text, passage, skipsOf(passage));
    let sentence = 0;
    let last = -1;
    for (const token of tokensOf(clean)) {
      const start = startAt(token.start);
      while (start >= (passage.sentences[sentence + 1]?.start ?? Infinity)) sentence += 1;
      const id = idOf(token.norm);
      const joint = columns.ids.at(-1) === BOUNDARY || last === -1 ? JOINT.apart : token.joint;
      // The first word of a sentence, or after a stop, has its capital from its place.
      if (last === sentence && followsWord(clean, token.start)) {
        seen[id] = (seen[id] as number) | (isCapital(clean, token.start) ? SEEN.capital : SEEN.lower);
      }
      last = sentence;
      pushToken(columns, id, start, endAt(token.end), joint, place, sentence);
    }
  }
}

/** Whether a blank and a word, or a comma, go before `at`. */
function followsWord(text: string, at: number): boolean {
  return at > 1 && text.charAt(at - 1) === " " && /[\p{L}\p{N},]/u.test(text.charAt(at - 2));
}

export function pushToken(
  columns: Columns,
  id: number,
  start: number,
  end: number,
  joint: number,
  place: number,
  sentence: number,
): void {
  columns.ids.push(id);
  columns.starts.push(start);
  columns.ends.push(end);
  columns.joints.push(joint);
  columns.placeOf.push(place);
  columns.sentenceOf.push(sentence);
}
