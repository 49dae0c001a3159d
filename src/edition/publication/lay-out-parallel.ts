import type { Passage } from "../passage.js";
import type { Work } from "../work.js";
import { alignRows, type AlignedRow } from "./align-rows.js";
import { layOutPages, PASSAGES_ON_A_PAGE } from "./lay-out-pages.js";
import { placeNotes, placeOwn } from "./place-own-passages.js";

/** What one edition has in a row: passages; or none, because it has them elsewhere, or not at all. */
export type ParallelCell =
  | { readonly kind: "passages"; readonly passages: readonly [Passage, ...Passage[]] }
  | { readonly kind: "elsewhere"; readonly passage: Passage }
  | { readonly kind: "absent" };

export interface ParallelRow {
  /** "text": under common references; "own": headings and particulars, which are each edition's own. */
  readonly kind: "text" | "own";
  /** For each edition, in the work's order. */
  readonly cells: readonly ParallelCell[];
}

/** A page on which the editions of a work stand side by side. */
export interface ParallelPage {
  /** As that of the first edition's page with the same passages: "" for the first one. */
  readonly name: string;
  readonly rows: readonly ParallelRow[];
  /** For each edition its notes on this page, in file order. */
  readonly notes: readonly (readonly Passage[])[];
}

export interface ParallelLayout {
  readonly pages: readonly [ParallelPage, ...ParallelPage[]];
  /** For each edition the page on which a passage stands, by its path. */
  readonly pageOf: readonly ReadonlyMap<string, ParallelPage>[];
}

/** More rows than this turn the page where the first edition has nothing to turn it at. */
const MOST_ROWS = 2 * PASSAGES_ON_A_PAGE;

const known = new WeakMap<Work, ParallelLayout>();

/**
 * Lays the editions of a work out side by side, every passage that can be read exactly once: the text in aligned rows
 * (`alignRows`), and before each row, or after the last one, what the editions themselves set there. A speaker's name
 * stays with the speech. The pages are turned where those of the first edition are.
 */
export function layOutParallel(work: Work): ParallelLayout {
  const laidOut = known.get(work) ?? layOut(work);
  known.set(work, laidOut);
  return laidOut;
}

interface Page {
  readonly name: string;
  readonly rows: ParallelRow[];
  readonly notes: Passage[][];
}

function layOut(work: Work): ParallelLayout {
  const rows = alignRows(work);
  const names = namesOf(work, rows);
  const rowOf = work.witnesses.map(
    (_, column) =>
      new Map(rows.flatMap((row, at) => (row[column] ?? []).map((passage) => [passage, at] as const))),
  );
  const { inside, before } = placeOwn(work, rowOf, rows.length);
  const pages = new Map<string, Page>();
  const pageAt = (row: number): Page => {
    const name = names[Math.min(row, rows.length - 1)] ?? "";
    const page = pages.get(name) ?? { name, rows: [], notes: work.witnesses.map(() => []) };
    pages.set(name, page);
    return page;
  };
  const paths = work.witnesses.map((_, column) => placesByPath(rows, column));
  for (let at = 0; at <= rows.length; at += 1) {
    const own = before[at];
    const page = pageAt(at);
    if (own) page.rows.push({ kind: "own", cells: own.map((passages) => cellOf(passages)) });
    const row = rows[at];
    if (!row) continue;
    const cells = inside.map((around, column) =>
      cellOf(
        (row[column] ?? []).flatMap((passage) => [...(around.get(passage) ?? []), passage]),
        () => elsewhere(row, paths[column]),
      ),
    );
    page.rows.push({ kind: "text", cells });
  }
  work.witnesses.forEach((witness, column) => {
    const rowsOf = rowOf[column] ?? new Map<Passage, number>();
    for (const [note, row] of placeNotes(witness.passages, rowsOf)) pageAt(row).notes[column]?.push(note);
  });
  const done = [...pages.values()];
  return {
    pages: done as unknown as ParallelLayout["pages"],
    pageOf: work.witnesses.map(
      (_, column) =>
        new Map(
          done.flatMap((page) => {
            const passages = page.rows.flatMap(({ cells }) => passagesIn(cells[column]));
            return [...passages, ...(page.notes[column] ?? [])].map(({ path }) => [path, page] as const);
          }),
        ),
    ),
  };
}

export function passagesIn(cell: ParallelCell | undefined): readonly Passage[] {
  return cell?.kind === "passages" ? cell.passages : [];
}

/** The page of each row: that of the first edition's passage in it; where it has none, that of the row before. */
function namesOf({ witnesses: [base] }: Work, rows: readonly AlignedRow[]): readonly string[] {
  const { pageOf } = layOutPages(base);
  let name = "";
  const names = rows.map(([own]) => {
    name = pageOf.get(own?.[0]?.path ?? "")?.name ?? name;
    return name;
  });
  const counts = new Map<string, number>();
  for (const one of names) counts.set(one, (counts.get(one) ?? 0) + 1);
  const seen = new Map<string, number>();
  return names.map((one) => {
    const at = seen.get(one) ?? 0;
    seen.set(one, at + 1);
    const part = (counts.get(one) ?? 0) > MOST_ROWS ? Math.floor(at / PASSAGES_ON_A_PAGE) + 1 : 1;
    return part === 1 ? one : `${one};${part}`;
  });
}

function placesByPath(rows: readonly AlignedRow[], column: number): ReadonlyMap<string, Passage> {
  const places = new Map<string, Passage>();
  for (const passage of rows.flatMap((row) => row[column] ?? []))
    for (const path of [passage.path, ...passage.sentences.map((one) => one.path)])
      if (!places.has(path)) places.set(path, passage);
  return places;
}

function elsewhere(row: AlignedRow, places: ReadonlyMap<string, Passage> | undefined): Passage | undefined {
  for (const { path, sentences } of row.flat())
    for (const one of [path, ...sentences.map((sentence) => sentence.path)]) {
      const passage = places?.get(one);
      if (passage) return passage;
    }
  return undefined;
}

function cellOf(
  passages: readonly Passage[],
  findElsewhere: () => Passage | undefined = () => undefined,
): ParallelCell {
  const [first, ...rest] = passages;
  if (first) return { kind: "passages", passages: [first, ...rest] };
  const passage = findElsewhere();
  return passage ? { kind: "elsewhere", passage } : { kind: "absent" };
}
