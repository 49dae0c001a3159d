import type { Passage } from "../passage.js";
import type { Work } from "../work.js";

/** What the editions set between passages of the text: for each row what stands before it, and what stays inside it. */
export function placeOwn(
  { witnesses }: Work,
  rowOf: readonly ReadonlyMap<Passage, number>[],
  count: number,
): {
  readonly inside: readonly ReadonlyMap<Passage, readonly Passage[]>[];
  readonly before: readonly (readonly (readonly Passage[])[] | undefined)[];
} {
  const before: (Passage[][] | undefined)[] = Array<undefined>(count + 1).fill(undefined);
  const inside = witnesses.map(({ passages }, column) => {
    const around = new Map<Passage, readonly Passage[]>();
    let waiting: Passage[] = [];
    let last = -1;
    const put = (row: number): void => {
      if (waiting.length === 0) return;
      const cells = (before[row] ??= witnesses.map(() => []));
      cells[column]?.push(...waiting);
      waiting = [];
    };
    for (const passage of passages) {
      if (passage.layer === "note" || passage.sentences.length === 0) continue;
      const row = rowOf[column]?.get(passage);
      if (row === undefined) {
        waiting.push(passage);
        continue;
      }
      // Between two passages of one row there is no room for another row.
      const kept = row === last ? 0 : waiting.findLastIndex(({ kind }) => !isOfSpeech(kind)) + 1;
      around.set(passage, waiting.splice(kept));
      put(row);
      last = row;
    }
    put(count);
    return around;
  });
  return { inside, before };
}

/** Each note with the row in which its sign stands, else that of the text before it. */
export function placeNotes(
  passages: readonly Passage[],
  rowOf: ReadonlyMap<Passage, number>,
): readonly (readonly [Passage, number])[] {
  const signs = new Map<string, number>();
  for (const [passage, row] of rowOf)
    for (const { label } of passage.markers) if (!signs.has(label)) signs.set(label, row);
  let last = 0;
  return passages.flatMap((passage) => {
    last = rowOf.get(passage) ?? last;
    if (passage.layer !== "note" || passage.sentences.length === 0) return [];
    return [[passage, signs.get(passage.label ?? "") ?? last] as const];
  });
}

/** What stays with the passage that follows it. */
function isOfSpeech(kind: Passage["kind"]): boolean {
  return kind === "speaker" || kind === "stage";
}
