import type { Crossing, Explanation } from "./check.js";
import { FUNCTION_WORDS } from "./function-words.js";
import { isDenying, isNegator } from "./negation.js";
import type { Place, QuotationIndex } from "./quotation-index.js";
import { gapBefore } from "./source-text.js";

/** What an ellipsis leaves out of the source, and whether that changes the sense. */
interface Omission {
  readonly explanations: readonly Explanation[];
  readonly crossing?: Crossing;
}

/** Words that may stand between a denying word and what it denies: "the denial of these liberties". */
const LINKING = /^(?:of|from|to|in|on|for|being|all|any)$/;

/**
 * Judges the ellipsis between the kept tokens `left` and `right` of one stream. `kept` says whether words of
 * the sentence of a token are kept anywhere in the quotation. The rules are those of docs/verification.md.
 */
export function judgeEllipsis(
  index: QuotationIndex,
  left: number,
  right: number,
  kept: (t: number) => boolean,
): Omission {
  const explanations: Explanation[] = [];
  const from = index.places[index.placeOf[left] as number] as Place;
  const to = index.places[index.placeOf[right] as number] as Place;
  const sameSentence = from === to && index.sentenceOf[left] === index.sentenceOf[right];

  if (from.passage.layer !== to.passage.layer) explanations.push("ellipsis-joins-layers");
  if (swallowsNegation(index, left, right, kept)) explanations.push("ellipsis-swallows-negation");
  const grafts = sameSentence
    ? graftsClauses(index, left, right)
    : !isSentenceEnd(index, left) && !isSentenceEnd(index, right - 1);
  if (grafts && right > left + 1) explanations.push("ellipsis-grafts-sentences");
  if (sameSentence) return { explanations };
  const crossing: Crossing = {
    kind: from === to ? "sentence" : "paragraph",
    from: sentencePath(index, left),
    to: sentencePath(index, right),
    omitted: right - left - 1,
  };
  return { explanations, crossing };
}

function swallowsNegation(
  index: QuotationIndex,
  left: number,
  right: number,
  kept: (t: number) => boolean,
): boolean {
  const norm = (t: number): string => index.norms[index.ids[t] as number] as string;
  let denying = -1;
  for (let t = left + 1; t < right; t += 1) {
    if (!kept(t)) continue;
    if (isNegator(norm(t), norm(t + 1))) return true;
    // "has too great a sense … to embark" denies that it will.
    if (norm(t) === "too" && followedInSentence(index, t, "to")) return true;
    if (isDenying(norm(t))) denying = t;
  }
  if (denying === -1) return false;
  // "the denial of … liberties" keeps what was denied; where that is left out as well, nothing is turned round.
  for (let t = denying + 1; t < right; t += 1) {
    if (!LINKING.test(norm(t)) && !FUNCTION_WORDS.has(norm(t))) return false;
  }
  return sameSentenceTokens(index, denying, right);
}

function followedInSentence(index: QuotationIndex, t: number, norm: string): boolean {
  const id = index.vocabulary.get(norm);
  for (let next = t + 1; next < index.ids.length && sameSentenceTokens(index, t, next); next += 1) {
    if (index.ids[next] === id) return true;
  }
  return false;
}

/** Within one sentence: a semicolon left out, the left part short of its clause's end, the right inside another. */
function graftsClauses(index: QuotationIndex, left: number, right: number): boolean {
  const ends = (t: number): boolean => gapBefore(index, t).includes(";");
  if (ends(left + 1) || ends(right)) return false;
  for (let t = left + 2; t < right; t += 1) if (ends(t)) return true;
  return false;
}

function isSentenceEnd(index: QuotationIndex, t: number): boolean {
  return !sameSentenceTokens(index, t, t + 1);
}

function sameSentenceTokens(index: QuotationIndex, a: number, b: number): boolean {
  return index.placeOf[a] === index.placeOf[b] && index.sentenceOf[a] === index.sentenceOf[b];
}

function sentencePath(index: QuotationIndex, t: number): string {
  const { work, passage } = index.places[index.placeOf[t] as number] as Place;
  return `${work.id}:${passage.sentences[index.sentenceOf[t] as number]?.path ?? passage.path}`;
}
