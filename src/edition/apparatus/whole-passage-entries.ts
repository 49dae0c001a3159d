import { cutSpans } from "../cut-spans.js";
import type { Passage } from "../passage.js";
import { formatReference } from "../reference.js";
import { skipsOf } from "../skips-of.js";
import { sliceSpans, type Span } from "../span.js";
import type { Witness } from "../work.js";
import type { AlignedEdition } from "./align-editions.js";
import type { ApparatusEntry, Reading, ReadingPlace } from "./apparatus.js";
import { groupReadings } from "./group-readings.js";

interface Context {
  readonly work: string;
  readonly base: Witness;
  readonly editions: readonly AlignedEdition[];
}

/** The entry of a passage of the base that some witness lacks, or has in another order; undefined for none. */
export function wholePassageEntry(
  { work, base, editions }: Context,
  passage: Passage,
): ApparatusEntry | undefined {
  const lemma = cutPassage(base.text, passage);
  const found = editions.flatMap(
    ({ witness, lacks, moved, moves, pairs }): { place: ReadingPlace; type: Reading["type"] }[] => {
      const own = pairs.get(passage.path)?.passage;
      if (own && moved.has(own.path)) {
        const after = moved.get(own.path);
        return [
          {
            place: {
              ...placeOf(work, witness, own),
              ...(after === undefined ? {} : { after: formatReference(work, after) }),
            },
            type: "transposition",
          },
        ];
      }
      const move = moves.find(({ from }) => from === passage);
      if (lacks.has(passage.path) && move)
        return [{ place: placeOf(work, witness, move.to), type: "transposition" }];
      if (!lacks.has(passage.path)) return [];
      return [
        {
          place: {
            witness: witness.siglum,
            reference: formatReference(work, passage.path),
            text: "",
            spans: [],
          },
          type: "omission",
        },
      ];
    },
  );
  if (found.length === 0) return undefined;
  const apart = new Set(found.map(({ place }) => place.witness));
  const agreeing = [base, ...editions.map(({ witness }) => witness)]
    .map(({ siglum }) => siglum)
    .filter((siglum) => !apart.has(siglum));
  return {
    reference: formatReference(work, passage.path),
    lemma: { ...lemma, witnesses: agreeing },
    readings: groupReadings(lemma.text, found, base.language),
  };
}

/** The entries of what witnesses add after the passage `after` (undefined: before the first one). */
export function additionEntries(
  { work, base, editions }: Context,
  after: string | undefined,
): readonly ApparatusEntry[] {
  const byPath = new Map<string, { place: ReadingPlace; type: "addition" }[]>();
  for (const { witness, added, moves } of editions) {
    for (const { passage } of added.filter(
      (one) =>
        anchorOf(one.passage, one.after, base) === after && !moves.some(({ to }) => to === one.passage),
    )) {
      byPath.set(passage.path, [
        ...(byPath.get(passage.path) ?? []),
        { place: placeOf(work, witness, passage), type: "addition" },
      ]);
    }
  }
  return [...byPath].map(([path, found]) => {
    const having = new Set(found.map(({ place }) => place.witness));
    const lacking = [base, ...editions.map(({ witness }) => witness)]
      .map(({ siglum }) => siglum)
      .filter((siglum) => !having.has(siglum));
    return {
      reference: formatReference(work, path),
      lemma: {
        text: "",
        spans: [],
        witnesses: lacking,
        ...(after === undefined ? {} : { after: formatReference(work, after) }),
      },
      readings: groupReadings("", found, base.language),
    };
  });
}

/** "3a" and "3b" follow paragraph 3; any other passage of its own follows the one before it, where the base has that. */
function anchorOf(passage: Passage, before: string | undefined, base: Witness): string | undefined {
  const isOfBase = (path: string | undefined): boolean =>
    base.passages.some((one) => one.layer === "text" && one.path === path);
  const numbered = /^(\d+)[a-z]+$/.exec(passage.path)?.[1];
  if (isOfBase(numbered)) return numbered;
  return isOfBase(before) ? before : undefined;
}

function cutPassage(text: string, passage: Passage): { readonly text: string; readonly spans: Span[] } {
  const spans = cutSpans(text, passage, skipsOf(passage)).map((span) => ({ ...span }));
  return { text: sliceSpans(text, spans), spans };
}

function placeOf(work: string, witness: Witness, passage: Passage): ReadingPlace {
  return {
    witness: witness.siglum,
    reference: formatReference(work, passage.path),
    ...cutPassage(witness.text, passage),
  };
}
