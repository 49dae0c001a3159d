import type { Passage } from "../passage.js";
import { formatReference } from "../reference.js";
import type { Witness } from "../work.js";
import type { AlignedEdition, Move } from "./align-editions.js";
import type { ApparatusEntry, ReadingPlace } from "./apparatus.js";
import { cutTokens } from "./cut-tokens.js";
import type { Change } from "./diff-tokens.js";
import { type LemmaRange, lemmaRanges, readingRange } from "./group-variants.js";
import { groupReadings } from "./group-readings.js";
import { isTransposed } from "./join-transposed.js";
import { type Token, tokensOf } from "./token.js";

interface Context {
  readonly work: string;
  readonly base: Witness;
  readonly editions: readonly AlignedEdition[];
}

/** The entries of one passage of the base, in its order: variants and omissions of words, then what was moved out. */
export function passageEntries(context: Context, passage: Passage): readonly ApparatusEntry[] {
  const { base, editions } = context;
  const tokens = tokensOf(base.text, passage);
  const ranges = lemmaRanges(
    editions.flatMap((edition) =>
      (edition.pairs.get(passage.path)?.changes ?? []).filter((change) => !isMoved(edition, passage, change)),
    ),
  );
  const entries = ranges.map((range) => ({
    at: range[0],
    entry: variantEntry(context, passage, tokens, range),
  }));
  for (const range of movedRanges(editions, passage)) {
    entries.push({ at: range[0], entry: moveEntry(context, passage, tokens, range) });
  }
  return entries.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}

function variantEntry(
  { work, base, editions }: Context,
  passage: Passage,
  tokens: readonly Token[],
  range: LemmaRange,
): ApparatusEntry {
  const lemma = cutTokens(base.text, passage, tokens, range);
  const agreeing = [base.siglum];
  const readings = editions.flatMap((edition) => {
    const pair = edition.pairs.get(passage.path);
    if (!pair) return [];
    const found = readingRange(pair.changes, range);
    if (!found) {
      agreeing.push(edition.witness.siglum);
      return [];
    }
    // What stands elsewhere has an entry of its own.
    if (pair.changes.some((change) => touches(change, range) && isMoved(edition, passage, change))) return [];
    const cut = cutTokens(edition.witness.text, pair.passage, pair.other, found);
    const transposed = isTransposed(tokens.slice(...range), pair.other.slice(...found));
    return [{ place: placeOf(work, edition, cut), type: typeOf(lemma.text, cut.text, transposed) }];
  });
  return {
    reference: formatReference(work, lemma.path),
    lemma: { text: lemma.text, spans: lemma.spans, witnesses: agreeing },
    readings: groupReadings(lemma.text, readings, base.language),
  };
}

function moveEntry(
  { work, base, editions }: Context,
  passage: Passage,
  tokens: readonly Token[],
  range: LemmaRange,
): ApparatusEntry {
  const lemma = cutTokens(base.text, passage, tokens, range);
  const moved = editions.flatMap((edition) => {
    const move = edition.moves.find((one) => isFrom(one, passage, range));
    if (!move) return [];
    const cut = cutTokens(edition.witness.text, move.to, tokensOf(edition.witness.text, move.to), move.other);
    return [{ place: placeOf(work, edition, cut), type: "transposition" as const }];
  });
  const agreeing = editions.filter(({ pairs }) => {
    const pair = pairs.get(passage.path);
    return pair && !pair.changes.some((change) => touches(change, range));
  });
  return {
    reference: formatReference(work, lemma.path),
    lemma: {
      text: lemma.text,
      spans: lemma.spans,
      witnesses: [base.siglum, ...agreeing.map(({ witness }) => witness.siglum)],
    },
    readings: groupReadings(lemma.text, moved, base.language),
  };
}

function movedRanges(editions: readonly AlignedEdition[], passage: Passage): readonly LemmaRange[] {
  const ranges = editions.flatMap(({ moves, lacks }) =>
    lacks.has(passage.path) ? [] : moves.filter(({ from }) => from === passage).map(({ base }) => base),
  );
  return ranges.filter(
    (range, at) => ranges.findIndex((other) => other[0] === range[0] && other[1] === range[1]) === at,
  );
}

function isMoved({ moves, pairs }: AlignedEdition, passage: Passage, { base, other }: Change): boolean {
  const own = pairs.get(passage.path)?.passage;
  return moves.some(
    (move) =>
      (other[0] === other[1] && isFrom(move, passage, base)) ||
      (base[0] === base[1] && move.to === own && move.other[0] === other[0] && move.other[1] === other[1]),
  );
}

function isFrom({ from, base }: Move, passage: Passage, range: LemmaRange): boolean {
  return from === passage && base[0] === range[0] && base[1] === range[1];
}

function touches({ base }: Change, range: LemmaRange): boolean {
  return base[0] < range[1] && base[1] > range[0];
}

function placeOf(work: string, { witness }: AlignedEdition, cut: ReturnType<typeof cutTokens>): ReadingPlace {
  return {
    witness: witness.siglum,
    reference: formatReference(work, cut.path),
    text: cut.text,
    spans: cut.spans,
  };
}

function typeOf(
  lemma: string,
  reading: string,
  transposed: boolean,
): "variant" | "omission" | "addition" | "transposition" {
  if (reading === "") return "omission";
  if (lemma === "") return "addition";
  return transposed ? "transposition" : "variant";
}
