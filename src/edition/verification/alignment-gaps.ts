import type { Cluster } from "./describe-words.js";
import type { Pair, Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import { sameWord } from "./same-word.js";

/** A stretch between two words in common: the words of either side that have no partner. */
export interface Gap extends Cluster {
  /** Whether words in common stand on both sides of it. */
  readonly inner: boolean;
}

/** As many words at an end of the quotation are compared with the source's beside them; more were put in. */
const MOST_AT_END = 3;

/** What stands before, between and after the words in common, in order; where neither side has words, nothing. */
export function alignmentGaps(
  index: QuotationIndex,
  { parsed: { tokens } }: Query,
  pairs: readonly Pair[],
): readonly Gap[] {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last) return [];
  /** How many tokens of the source, from `t` on, the loose words at an end are compared with. */
  const beside = (t: number, step: 1 | -1, from: number, to: number): number => {
    const loose = tokens.slice(from, to);
    if (loose.some((token) => token.ellipsis) || tokens[to]?.ellipsis) return 0;
    if (loose.length > MOST_AT_END && !loose.every((token) => token.bracketed)) return 0;
    let room = 0;
    while (room < loose.length && sameSentence(index, t, t + step * (room + 1))) room += 1;
    if (!loose.every((token) => token.bracketed)) return spelledRoom(t, step, loose, room) ?? room;
    // A bracketed addition at an end replaces nothing, unless it restores what stands there.
    const start = step === 1 ? t + 1 : t - room;
    return room === loose.length &&
      loose.every(({ norm }, k) => index.vocabulary.get(norm) === index.ids[start + k])
      ? room
      : 0;
  };
  /** "can not" at an end is "cannot", not "It cannot". */
  const spelledRoom = (
    t: number,
    step: 1 | -1,
    loose: readonly { readonly norm: string }[],
    room: number,
  ): number | undefined => {
    const said = loose.map(({ norm }) => norm).join("");
    for (let k = 1; k <= loose.length + 1; k += 1) {
      const from = step === 1 ? t + 1 : t - k;
      const words = [...index.ids.subarray(from, from + k)].map((id) => index.norms[id] ?? "");
      if (
        k !== room &&
        words.length === k &&
        sameWord(words.join(" "), said) &&
        sameSentence(index, t, t + step * k)
      )
        return k;
    }
    return undefined;
  };
  const gaps: Gap[] = [];
  if (first[0] > 0)
    gaps.push({
      quoted: [0, first[0]],
      source: [first[1] - beside(first[1], -1, 0, first[0]), first[1]],
      inner: false,
    });
  for (let k = 1; k < pairs.length; k += 1) {
    const [left, right] = [pairs[k - 1] as Pair, pairs[k] as Pair];
    if (right[0] === left[0] + 1 && right[1] === left[1] + 1 && !tokens[right[0]]?.ellipsis) continue;
    gaps.push({ quoted: [left[0] + 1, right[0]], source: [left[1] + 1, right[1]], inner: true });
  }
  const end = last[0] + 1;
  if (end < tokens.length) {
    const start = last[1] + 1;
    gaps.push({
      quoted: [end, tokens.length],
      source: [start, start + beside(last[1], 1, end, tokens.length)],
      inner: false,
    });
  }
  return gaps;
}

function sameSentence(index: QuotationIndex, a: number, b: number): boolean {
  return index.placeOf[a] === index.placeOf[b] && index.sentenceOf[a] === index.sentenceOf[b];
}
