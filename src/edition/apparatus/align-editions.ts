import type { Passage } from "../passage.js";
import type { Witness } from "../work.js";
import { type AlignedPassage, alignPassage } from "./align-passage.js";
import type { Change } from "./diff-tokens.js";
import { findMoves, type Run } from "./find-moves.js";
import { joinTransposed } from "./join-transposed.js";
import { withLemma } from "./join-changes.js";
import { movedPassages } from "./moved-passages.js";
import { tokensOf } from "./token.js";

/** Words of the base that stand elsewhere in a witness: equal runs, left out here and added there. */
export interface Move {
  /** The base's passage and the tokens of it. */
  readonly from: Passage;
  readonly base: readonly [number, number];
  /** The witness's passage and the tokens of it. */
  readonly to: Passage;
  readonly other: readonly [number, number];
}

/** One witness held against the base; passages of the base are named by their paths. */
export interface AlignedEdition {
  readonly witness: Witness;
  readonly pairs: ReadonlyMap<string, AlignedPassage & { readonly passage: Passage }>;
  /** Passages of the base that the witness lacks. */
  readonly lacks: ReadonlySet<string>;
  /** Passages of its own, each with the path of the one before it. */
  readonly added: readonly { readonly passage: Passage; readonly after?: string }[];
  /** Passages that stand in another order: path of the one after which they stand in the witness. */
  readonly moved: ReadonlyMap<string, string | undefined>;
  readonly moves: readonly Move[];
}

/** The passages that are compared: the author's text. Headings, notes and metadata are each edition's own. */
export function textPassages(witness: Witness): readonly Passage[] {
  return witness.passages.filter(({ layer }) => layer === "text");
}

/** Aligns one witness with the base: passage by path, then sentence by sentence and word by word. */
export function alignEditions(base: Witness, witness: Witness): AlignedEdition {
  const left = textPassages(base);
  const right = textPassages(witness);
  const own = new Map(right.map((passage) => [passage.path, passage]));
  const known = new Set(left.map(({ path }) => path));
  const raw = new Map<string, AlignedPassage & { readonly passage: Passage }>();
  for (const passage of left) {
    const counterpart = own.get(passage.path);
    if (!counterpart) continue;
    const aligned = alignPassage(
      { text: base.text, passage },
      { text: witness.text, passage: counterpart },
      base.language,
    );
    raw.set(passage.path, {
      ...aligned,
      passage: counterpart,
      changes: joinTransposed(aligned.changes, aligned.base, aligned.other),
    });
  }
  const added = right.flatMap((passage, at) => {
    const after = right[at - 1]?.path;
    return known.has(passage.path) ? [] : [{ passage, ...(after === undefined ? {} : { after }) }];
  });
  const lacking = left.filter(({ path }) => !own.has(path));
  const moves = findMoves(
    left.flatMap((passage): readonly Run[] => {
      const pair = raw.get(passage.path);
      if (pair)
        return pair.changes
          .filter(isDeletion)
          .map(({ base: range }) => ({ passage, range, tokens: pair.base.slice(...range) }));
      const tokens = tokensOf(base.text, passage);
      return [{ passage, range: [0, tokens.length] as const, tokens }];
    }),
    right.flatMap((passage): readonly Run[] => {
      const pair = raw.get(passage.path);
      if (pair)
        return pair.changes
          .filter(isInsertion)
          .map(({ other }) => ({ passage, range: other, tokens: pair.other.slice(...other) }));
      const tokens = tokensOf(witness.text, passage);
      return [{ passage, range: [0, tokens.length] as const, tokens }];
    }),
  );
  const pairs = new Map(
    [...raw].map(([path, pair]) => [
      path,
      {
        ...pair,
        changes: pair.changes.map((change, at) =>
          change.whole || isMoved(change, pair.passage, moves)
            ? change
            : withLemma(pair.changes, at, pair.base, pair.other),
        ),
      },
    ]),
  );
  return {
    witness,
    pairs,
    lacks: new Set(lacking.map(({ path }) => path)),
    added,
    moved: movedPassages(left, right),
    moves,
  };
}

function isMoved(change: Change, passage: Passage, moves: readonly Move[]): boolean {
  return isInsertion(change) && moves.some(({ to, other }) => to === passage && other[0] === change.other[0]);
}

function isDeletion({ other }: Change): boolean {
  return other[0] === other[1];
}

function isInsertion({ base }: Change): boolean {
  return base[0] === base[1];
}
