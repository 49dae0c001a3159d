import type { Passage, Sentence } from "./passage.js";
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

/** The passages that a reference names in one witness, in file order; empty where the witness lacks them. */
export function resolvePath(
  witness: Witness,
  { path, last }: Pick<Reference, "path" | "last">,
): readonly Located[] {
  const whole = resolveWhole(witness, path.join("."), last.join("."));
  if (whole.length > 0) return whole;
  const parent = witness.passages.find((passage) => samePath(passage.path, path.slice(0, -1).join(".")));
  if (!parent || path.slice(0, -1).join(".") !== last.slice(0, -1).join(".")) return [];
  const [low, high] = [path.at(-1) as string, last.at(-1) as string];
  const wanted = [...parent.sentences.keys()].filter((at) =>
    overlaps(parent.sentences[at] as Sentence, low, high),
  );
  const [first, final] = [wanted[0], wanted.at(-1)];
  // A range that the witness holds only in part is not what was asked for.
  if (first === undefined || final === undefined) return [];
  if (!covers(parent.sentences[first] as Sentence, low) || !covers(parent.sentences[final] as Sentence, high))
    return [];
  return [{ witness, passage: parent, from: first, to: final + 1 }];
}

function resolveWhole(witness: Witness, first: string, last: string): readonly Located[] {
  const at = witness.passages.findIndex((passage) => samePath(passage.path, first));
  if (at === -1) return [];
  const end = first === last ? at : witness.passages.findIndex((passage) => samePath(passage.path, last));
  if (end < at) return [];
  return witness.passages
    .slice(at, end + 1)
    .filter((passage) => passage.layer === witness.passages[at]?.layer && passage.sentences.length > 0)
    .map((passage) => ({ witness, passage, from: 0, to: passage.sentences.length }));
}

/** Labels of notes are read in any case: "note.a" is note A. */
function samePath(path: string, asked: string): boolean {
  return path === asked || path.toLowerCase() === asked.toLowerCase();
}

/** First and last number of a sentence's own level: "3.1-2" → 1 and 2, "3.1a" → 1a twice. */
function numbers(sentence: Sentence): readonly [string, string] {
  const level = sentence.path.slice(sentence.path.lastIndexOf(".") + 1);
  const [low = level, high = low] = level.split("-");
  return [low, high];
}

function covers(sentence: Sentence, wanted: string): boolean {
  const [low, high] = numbers(sentence);
  return rank(low) <= rank(wanted) && rank(wanted) <= rank(high);
}

function overlaps(sentence: Sentence, low: string, high: string): boolean {
  const [own, ownHigh] = numbers(sentence);
  return rank(own) <= rank(high) && rank(low) <= rank(ownHigh);
}

/** Orders "1" < "1a" < "1b" < "2": a number and its letters as one figure. */
function rank(level: string): number {
  const match = /^(\d+)([a-z]*)$/i.exec(level);
  if (!match) return Number.NaN;
  const letters = [...(match[2] ?? "").toLowerCase()].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 96, 0);
  return Number(match[1]) + letters / 26 ** 3;
}
