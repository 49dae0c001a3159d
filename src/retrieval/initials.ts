import type { Span } from "../edition/span.js";
import { stemsOf, termsOf } from "./terms.js";
import type { Unit } from "./unit.js";

/** Letters that stand for words: "U.S.", "UN"; `letters` are capitals without stops. */
export interface Initials extends Span {
  readonly letters: string;
}

const DOTTED = /(?<![\p{L}\p{N}.])(?:\p{L}\.\s?){1,5}\p{L}(?:\.|(?![\p{L}\p{N}]))/gu;
const CAPITALS = /(?<![\p{L}\p{N}.])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu;

/** The initials in a question, in order. Where all of it is in capitals, capitals tell nothing. */
export function initialsIn(text: string): readonly Initials[] {
  const patterns = /\p{Ll}/u.test(text) ? [DOTTED, CAPITALS] : [DOTTED];
  return patterns
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
        letters: found.replace(/[^\p{L}]/gu, "").toUpperCase(),
      })),
    )
    .sort((a, b) => a.start - b.start);
}

/**
 * What initials may stand for, as stems: "united states" of "US", by runs of words with capitals that begin with its
 * letters, words of grammar aside; and the letters themselves, which are words of their own where stops part them.
 */
export function expandInitials(letters: string, units: readonly Unit[]): readonly (readonly string[])[] {
  const initials = [...letters].map((letter) => `${letter}\\p{L}+`);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${initials.join("[\\s-]+(?:(?:of|the|and|for|de|des|du)\\s+){0,2}")}(?![\\p{L}\\p{N}])`,
    "gu",
  );
  const runs = new Set<string>();
  for (const { sentences } of units)
    for (const sentence of sentences) for (const [run] of sentence.matchAll(pattern)) runs.add(run);
  const parted = [...letters.toLowerCase()].flatMap((letter) => stemsOf(letter));
  return [...[...runs].map((run) => termsOf(run)), parted];
}
