import type { Passage } from "./passage.js";
import { type NumberedPiece, placeIndex, rankOf } from "./place-index.js";
import type { Reference } from "./reference.js";
import type { Witness } from "./work.js";

/** A run of consecutive sentences of one passage of one witness; what every quote is cut from. */
export interface Located {
  readonly witness: Witness;
  readonly passage: Passage;
  /** Indexes into `passage.sentences`, `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

/**
 * The passages that a reference names in one witness, in file order; empty where the witness lacks them. A passage
 * by its own path comes first, then sentences or lines, then everything in a division ("3.1", a scene).
 */
export function resolvePath(
  witness: Witness,
  { path, last }: Pick<Reference, "path" | "last">,
): readonly Located[] {
  const [first, end] = [key(path), key(last)];
  const whole = resolveWhole(witness, first, end, path.length);
  if (whole.length > 0) return whole;
  const pieces = resolvePieces(witness, path, last);
  return pieces.length > 0 ? pieces : resolveDivisions(witness, first, end);
}

/** Names are read in any case: "note.a" is note A. */
function key(path: readonly string[]): string {
  return path.join(".").toLowerCase();
}

function resolveWhole(witness: Witness, first: string, last: string, depth: number): readonly Located[] {
  const { byPath } = placeIndex(witness.passages);
  // A speech is called by the range of its lines.
  const range = byPath.get(
    `${first}-${last
      .split(".")
      .slice(depth - 1)
      .join(".")}`,
  );
  const at = range ?? byPath.get(first);
  if (at === undefined) return [];
  const end = range ?? (first === last ? at : (byPath.get(last) ?? -1));
  if (end < at) return [];
  return wholes(witness, witness.passages.slice(at, end + 1)).filter(
    ({ passage }) => passage.layer === witness.passages[at]?.layer,
  );
}

function wholes(witness: Witness, passages: readonly Passage[]): readonly Located[] {
  return passages
    .filter((passage) => passage.sentences.length > 0)
    .map((passage) => ({ witness, passage, from: 0, to: passage.sentences.length }));
}

/** Sentences or lines: all from the first that is named to the last, which may stand in several passages. */
function resolvePieces(
  witness: Witness,
  path: readonly string[],
  last: readonly string[],
): readonly Located[] {
  const { byParent } = placeIndex(witness.passages);
  const [above, below] = [key(path.slice(0, -1)), key(last.slice(0, -1))];
  const own = byParent.get(above) ?? [];
  const their = above === below ? own : (byParent.get(below) ?? []);
  const [first, final] = [covering(own, path.at(-1) ?? "")[0], covering(their, last.at(-1) ?? "").at(-1)];
  // A range that the witness holds only in part is not what was asked for.
  if (!first || !final || isAfter(first, final)) return [];
  // Sentences of different paragraphs are no run; lines of one scene or two are.
  if (above !== below && !(first.runsOn && final.runsOn)) return [];
  return witness.passages.slice(first.passage, final.passage + 1).flatMap((passage, i) => {
    const at = first.passage + i;
    if (at !== first.passage && passage.layer !== "text") return [];
    const from = at === first.passage ? first.sentence : 0;
    const to = at === final.passage ? final.sentence + 1 : passage.sentences.length;
    return to > from ? [{ witness, passage, from, to }] : [];
  });
}

/** The pieces that bear a number; of lines that are told apart by letters, all parts of the line without. */
function covering(pieces: readonly NumberedPiece[], wanted: string): readonly NumberedPiece[] {
  const rank = rankOf(wanted);
  const found = pieces.filter(({ low, high }) => low <= rank && rank <= high);
  if (found.length > 0 || !/^\d+$/.test(wanted)) return found;
  return pieces.filter(({ low, runsOn, lettered }) => runsOn && lettered && Math.floor(low) === rank);
}

function isAfter(one: NumberedPiece, other: NumberedPiece): boolean {
  return one.passage > other.passage || (one.passage === other.passage && one.sentence > other.sentence);
}

function resolveDivisions(witness: Witness, first: string, last: string): readonly Located[] {
  const { byDivision } = placeIndex(witness.passages);
  const [from, to] = [byDivision.get(first)?.[0], byDivision.get(last)?.at(-1)];
  if (from === undefined || to === undefined || to < from) return [];
  return wholes(witness, witness.passages.slice(from, to + 1)).filter(
    ({ passage }) => passage.layer === "text",
  );
}
