import type { Passage } from "./passage.js";

/** A sentence or line with its number within what stands above it: of "3.1.56" the parent is "3.1". */
export interface NumberedPiece {
  /** Indexes into the witness's passages, and into that passage's sentences. */
  readonly passage: number;
  readonly sentence: number;
  /** Its own level, as a figure; two where it stands for several ("3.1-2"). */
  readonly low: number;
  readonly high: number;
  /** Whether its number has a letter ("56a"). */
  readonly lettered: boolean;
  /** Whether its parent is a division rather than its passage. */
  readonly runsOn: boolean;
}

/** The passages of one witness by everything that a reference can name; keys are in lower case. */
export interface PlaceIndex {
  readonly byPath: ReadonlyMap<string, number>;
  readonly byParent: ReadonlyMap<string, readonly NumberedPiece[]>;
  /** For each division the indexes of the text's passages in it, in file order. */
  readonly byDivision: ReadonlyMap<string, readonly number[]>;
}

const known = new WeakMap<readonly Passage[], PlaceIndex>();

/** Indexes a witness's passages once. */
export function placeIndex(passages: readonly Passage[]): PlaceIndex {
  let index = known.get(passages);
  if (!index) known.set(passages, (index = buildIndex(passages)));
  return index;
}

function buildIndex(passages: readonly Passage[]): PlaceIndex {
  const byPath = new Map<string, number>();
  const byParent = new Map<string, NumberedPiece[]>();
  const byDivision = new Map<string, number[]>();
  passages.forEach((passage, at) => {
    const path = passage.path.toLowerCase();
    if (!byPath.has(path)) byPath.set(path, at);
    if (passage.layer === "text" && passage.sentences.length > 0) {
      const levels = path.split(".");
      for (let depth = 1; depth < levels.length; depth += 1)
        push(byDivision, levels.slice(0, depth).join("."), at);
    }
    passage.sentences.forEach((sentence, i) => {
      const own = sentence.path.toLowerCase();
      const end = own.lastIndexOf(".");
      const [low = "", high = low] = own.slice(end + 1).split("-");
      const parent = own.slice(0, Math.max(0, end));
      if (Number.isNaN(rankOf(low))) return;
      push(byParent, parent, {
        passage: at,
        sentence: i,
        low: rankOf(low),
        high: rankOf(high),
        lettered: /[a-z]$/.test(low),
        runsOn: parent !== path,
      });
    });
  });
  return { byPath, byParent, byDivision };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Orders "1" < "1a" < "1b" < "2": a number and its letters as one figure; NaN for anything else. */
export function rankOf(level: string): number {
  const match = /^(\d+)([a-z]*)$/i.exec(level);
  if (!match) return Number.NaN;
  const letters = [...(match[2] ?? "").toLowerCase()].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 96, 0);
  return Number(match[1]) + letters / LETTERS;
}

/** Three letters at most: more than any of them counts. */
const LETTERS = 27 ** 3;
