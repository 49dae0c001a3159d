import type { Apparatus, ApparatusEntry } from "../../edition/apparatus/apparatus.js";
import type { Collation } from "../../edition/apparatus/collate-witnesses.js";
import { lemmaInEdition } from "../../edition/apparatus/lemma-in-edition.js";
import type { Passage } from "../../edition/passage.js";
import { passageAt } from "../../edition/passage-at.js";
import {
  layOutParallel,
  type ParallelLayout,
  type ParallelPage,
  passagesIn,
} from "../../edition/publication/lay-out-parallel.js";
import { pageFile } from "../../edition/publication/published-address.js";
import type { Span } from "../../edition/span.js";
import type { Witness, Work } from "../../edition/work.js";
import { editionContext, type EditionContext, linkTo } from "./page-context.js";
import type { PlacedVariant } from "./place-variants.js";

/** A work whose editions are being published side by side: what its pages have in common. */
export interface ParallelContext {
  readonly work: Work;
  readonly apparatus: Apparatus;
  readonly layout: ParallelLayout;
  /** In the work's order; each variant is placed wherever its words stand, in editions that read as the base, too. */
  readonly editions: readonly EditionContext[];
  /** The entries about a whole passage that some edition lacks or has elsewhere: their indexes, by its path. */
  readonly whole: ReadonlyMap<string, number>;
  readonly base: string | undefined;
}

export function parallelContext(
  work: Work,
  apparatus: Apparatus,
  collation: Collation,
  base: string | undefined,
): ParallelContext {
  const layout = layOutParallel(work);
  const whole = wholeEntries(work, apparatus);
  const pathOf = new Map([...whole].map(([path, index]) => [index, path]));
  const editions = work.witnesses.map((witness) => {
    const edition = editionContext(work, witness, apparatus, base);
    const aligned = collation.editions.find((one) => one.witness.siglum === witness.siglum);
    const findLemma = aligned && lemmaInEdition(aligned);
    const own = textByPath(witness);
    const passages = [...own.values()];
    const variants = edition.variants.map((variant, index): PlacedVariant => {
      const { entry } = variant;
      const path = pathOf.get(index);
      // Of a whole passage no word is marked, for its place in the row tells.
      if (path !== undefined) return { entry, spans: [], ...placeAfter(own.get(path)) };
      const agrees = variant.spans.length === 0 && entry.lemma.witnesses.includes(witness.siglum);
      const spans = agrees ? (findLemma?.(entry.lemma.spans) ?? []) : variant.spans;
      const at = placeBehind(passages, spans);
      return at ? { entry, spans, at } : variant;
    });
    return { ...edition, variants };
  });
  return { work, apparatus, layout, editions, whole, base };
}

/** From a page to that of an edition by itself which has the same passages. */
export function linkToEdition(
  { work, editions }: ParallelContext,
  page: ParallelPage,
  column: number,
  from: string,
): string {
  const { witness, layout } = editions[column] as EditionContext;
  const [first] = page.rows.flatMap(({ cells }) => passagesIn(cells[column]));
  const reading = layout.pageOf.get(first?.path ?? "") ?? layout.pages[0];
  return linkTo(from, pageFile(work, witness, reading));
}

function placeAfter(passage: Passage | undefined): Pick<PlacedVariant, "at"> {
  const last = passage?.sentences.at(-1);
  return passage && last ? { at: { passage, offset: last.end } } : {};
}

/** Behind the last of some spans. */
function placeBehind(passages: readonly Passage[], spans: readonly Span[]): PlacedVariant["at"] {
  const offset = spans.at(-1)?.end;
  const passage = offset === undefined ? undefined : passageAt(passages, offset - 1);
  return passage && offset !== undefined ? { passage, offset } : undefined;
}

function wholeEntries({ id, witnesses }: Work, { entries }: Apparatus): ReadonlyMap<string, number> {
  const [base] = witnesses;
  const ofBase = textByPath(base);
  const all = new Set(witnesses.flatMap((witness) => [...textByPath(witness).keys()]));
  const found = new Map<string, number>();
  entries.forEach((entry, index) => {
    const path = entry.reference.slice(id.length + 1);
    if (all.has(path) && !found.has(path) && isAboutWhole(entry, ofBase.get(path))) found.set(path, index);
  });
  return found;
}

function isAboutWhole({ lemma, readings }: ApparatusEntry, passage: Passage | undefined): boolean {
  if (!readings.every(({ type }) => type !== "variant")) return false;
  if (lemma.text === "") return passage === undefined;
  const [first, last] = [passage?.sentences[0], passage?.sentences.at(-1)];
  const [start, end] = [lemma.spans[0]?.start, lemma.spans.at(-1)?.end];
  if (!first || !last || start === undefined || end === undefined) return false;
  return start <= first.start && end >= last.end;
}

function textByPath({ passages }: Witness): ReadonlyMap<string, Passage> {
  return new Map(passages.filter(({ layer }) => layer === "text").map((passage) => [passage.path, passage]));
}
