import { findRun } from "./find-run.js";
import type { Pair, Query } from "./query.js";
import type { QuotationIndex } from "./quotation-index.js";
import { streamAt } from "./stream-at.js";

/** A run of words of the quotation without ellipsis or bracket in it: `[from, to)`. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Steps that one quotation may cost; only hundreds of ellipses between the commonest words reach it. */
const MOST_STEPS = 400_000;
/** Places of a quotation without ellipsis that are looked at; the first of them is reported anyway. */
const MOST_PLACES = 64;

/**
 * Where every piece of the quotation stands word for word, in order, within one stream. Of several placements
 * in a stream the one that omits least; a quotation of one piece is given back at every place.
 * Each placement is its pairs, ascending.
 */
export function placePieces(
  index: QuotationIndex,
  query: Query,
  allowed: Uint8Array,
): readonly (readonly Pair[])[] {
  const pieces = splitPieces(query);
  const places: (readonly number[])[] = [];
  const known = new Map<string, readonly number[]>();
  for (const piece of pieces) {
    // "the … the … the": looked up once.
    const words = query.parsed.tokens
      .slice(piece.from, piece.to)
      .map(({ norm, bare, joint }) => `${norm}/${bare ?? ""}/${joint}`)
      .join(" ");
    const found = known.get(words) ?? findRun(index, query, piece.from, piece.to, allowed);
    known.set(words, found);
    if (found.length === 0) return [];
    places.push(found);
  }
  const [first] = pieces;
  if (!first) return [];
  if (pieces.length === 1) {
    return (places[0] as readonly number[]).slice(0, MOST_PLACES).map((start) => pairsOf([first], [start]));
  }
  return chainPieces(index, pieces, places).map((starts) => pairsOf(pieces, starts));
}

function splitPieces({ parsed: { tokens } }: Query): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  tokens.forEach((token, at) => {
    if (token.ellipsis || token.bracketed) {
      if (from < at) pieces.push({ from, to: at });
      from = token.bracketed ? at + 1 : at;
    }
  });
  if (from < tokens.length) pieces.push({ from, to: tokens.length });
  return pieces;
}

/**
 * From every place of the rarest piece the next places to the right and the last ones to the left: for a
 * fixed place that is the tightest chain.
 */
function chainPieces(
  index: QuotationIndex,
  pieces: readonly Piece[],
  places: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const rarest = places.reduce(
    (best, found, at) => (found.length < (places[best]?.length ?? 0) ? at : best),
    0,
  );
  const best = new Map<number, { readonly starts: readonly number[]; readonly width: number }>();
  const anchors = (places[rarest] as readonly number[]).slice(
    0,
    Math.max(4, Math.floor(MOST_STEPS / pieces.length / 8)),
  );
  for (const anchor of anchors) {
    const stream = streamAt(index, anchor);
    const { from, to } = index.streams[stream] ?? { from: 0, to: 0 };
    const starts: number[] = [];
    starts[rarest] = anchor;
    let whole = true;
    for (let p = rarest + 1; whole && p < pieces.length; p += 1) {
      const found = places[p] as readonly number[];
      const next = found[lowerBound(found, (starts[p - 1] as number) + length(pieces[p - 1]))];
      whole = next !== undefined && next + length(pieces[p]) <= to;
      starts[p] = next ?? 0;
    }
    for (let p = rarest - 1; whole && p >= 0; p -= 1) {
      const found = places[p] as readonly number[];
      const previous = found[lowerBound(found, (starts[p + 1] as number) - length(pieces[p]) + 1) - 1];
      whole = previous !== undefined && previous >= from;
      starts[p] = previous ?? 0;
    }
    if (!whole) continue;
    const width = (starts.at(-1) as number) - (starts[0] as number);
    if (width < (best.get(stream)?.width ?? Infinity)) best.set(stream, { starts, width });
  }
  return [...best.entries()].sort(([a], [b]) => a - b).map(([, { starts }]) => starts);
}

function pairsOf(pieces: readonly Piece[], starts: readonly number[]): readonly Pair[] {
  return pieces.flatMap(({ from, to }, p) =>
    Array.from({ length: to - from }, (_, k): Pair => [from + k, (starts[p] as number) + k]),
  );
}

function length(piece: Piece | undefined): number {
  return piece ? piece.to - piece.from : 0;
}

/** The first index of the ascending `list` whose value is at least `value`. */
function lowerBound(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
