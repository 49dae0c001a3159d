import type { Gap } from "./alignment-gaps.js";
import type { Cluster } from "./describe-words.js";
import type { Query } from "./query.js";

/** A part of a gap: loose words, bracketed words, or an ellipsis (the number of the word after it). */
export interface Piece extends Cluster {
  readonly bracketed?: boolean;
  readonly ellipsis?: number;
}

/**
 * Words before the first ellipsis of a gap stand against the source's first words there, words after the last
 * one against its last; what is left of the source is what the ellipsis leaves out.
 */
export function splitGap(
  { parsed: { tokens } }: Query,
  { quoted: [qa, qb], source: [sa, sb], inner }: Gap,
): readonly Piece[] {
  const isEllipsis = (q: number): boolean =>
    tokens[q]?.ellipsis !== undefined && (inner || q > qa) && (q < qb || inner);
  const marks: number[] = [];
  for (let q = qa; q <= qb; q += 1) if (isEllipsis(q)) marks.push(q);
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined) return splitBrackets(tokens, [qa, qb], [sa, sb]);
  const plain = (from: number, to: number): number =>
    tokens.slice(from, to).filter((token) => !token.bracketed).length;
  const left = inner ? Math.min(plain(qa, first), sb - sa) : 0;
  const right = inner ? Math.min(plain(last, qb), sb - sa - left) : 0;
  const pieces: Piece[] = [...splitBrackets(tokens, [qa, first], [sa, sa + left])];
  if (inner) pieces.push({ quoted: [first, first], source: [sa + left, sb - right], ellipsis: first });
  pieces.push(...splitBrackets(tokens, [first, last], [sb - right, sb - right]));
  pieces.push(...splitBrackets(tokens, [last, qb], [sb - right, sb]));
  return pieces;
}

/** Bracketed words apart from loose ones; the source's words stand against the loose ones, where there are any. */
function splitBrackets(
  tokens: Query["parsed"]["tokens"],
  [qa, qb]: readonly [number, number],
  [sa, sb]: readonly [number, number],
): readonly Piece[] {
  const pieces: Piece[] = [];
  const mixed = tokens.slice(qa, qb).some((token) => !token.bracketed);
  let taken = !mixed && qb > qa ? undefined : sa;
  for (let from = qa, to = qa; from < qb; from = to) {
    const bracketed = tokens[from]?.bracketed === true;
    while (to < qb && tokens[to]?.bracketed === bracketed) to += 1;
    const start = taken ?? sa;
    const end =
      taken === undefined || (!bracketed && !tokens.slice(to, qb).some((token) => !token.bracketed))
        ? sb
        : bracketed
          ? start
          : Math.min(sb, start + to - from);
    pieces.push({ quoted: [from, to], source: [start, end], bracketed });
    taken = end;
  }
  return qa === qb ? [{ quoted: [qa, qb], source: [sa, sb] }] : pieces;
}
