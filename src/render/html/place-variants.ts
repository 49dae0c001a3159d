import type { Apparatus, ApparatusEntry } from "../../edition/apparatus/apparatus.js";
import type { Passage } from "../../edition/passage.js";
import { passageAt } from "../../edition/passage-at.js";
import { parseReference } from "../../edition/reference.js";
import { resolvePath } from "../../edition/resolve-path.js";
import type { Span } from "../../edition/span.js";
import type { Witness } from "../../edition/work.js";

/** An entry of the apparatus and where one edition's page shows it. */
export interface PlacedVariant {
  readonly entry: ApparatusEntry;
  /** Where this edition's own words for it stand; empty where it has none, or reads as the base does. */
  readonly spans: readonly Span[];
  /** Behind which offset its sign goes, and in which passage; undefined where this edition has nothing near it. */
  readonly at?: { readonly passage: Passage; readonly offset: number };
}

/** Every entry with its place in `witness`: at its own words, else behind the passage or sentence of that reference. */
export function placeVariants(apparatus: Apparatus, witness: Witness): readonly PlacedVariant[] {
  const passages = witness.passages.filter(({ layer }) => layer === "text");
  return apparatus.entries.map((entry) => {
    const spans = ownSpans(apparatus, entry, witness);
    const end = spans.at(-1)?.end;
    const passage = end === undefined ? undefined : passageAt(passages, end - 1);
    if (passage && end !== undefined) return { entry, spans, at: { passage, offset: end } };
    const near = nearest(apparatus, entry, witness);
    return { entry, spans: [], ...(near ? { at: near } : {}) };
  });
}

function ownSpans({ witnesses }: Apparatus, entry: ApparatusEntry, { siglum }: Witness): readonly Span[] {
  if (siglum === witnesses[0]?.siglum) return entry.lemma.spans;
  return (
    entry.readings.flatMap(({ places }) => places).find(({ witness }) => witness === siglum)?.spans ?? []
  );
}

function nearest(
  { work }: Apparatus,
  { reference, lemma }: ApparatusEntry,
  witness: Witness,
): PlacedVariant["at"] {
  for (const asked of [reference, lemma.after]) {
    const parsed = asked === undefined ? undefined : parseReference(asked.slice(work.length + 1));
    const found = parsed && resolvePath(witness, parsed)[0];
    const sentence = found?.passage.sentences[found.to - 1];
    if (found && sentence) return { passage: found.passage, offset: sentence.end };
  }
  return undefined;
}

/** "a" … "z", "aa" …: the signs of variants, apart from numbers (sentences) and capitals (notes). */
export function variantSign(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : variantSign(Math.floor(index / 26) - 1) + letter;
}
