import type { ParallelCell, ParallelRow } from "../../edition/publication/lay-out-parallel.js";

/** Classes for rows that not all editions have something in: those that the same editions have share one. */
export interface RowClasses {
  /** "r1", by the columns of those editions, with commas. */
  readonly nameOf: ReadonlyMap<string, string>;
}

/** Names the sets of editions that have something in a row, so that a style sheet can hide rows of hidden editions alone. */
export function rowClasses(rows: readonly ParallelRow[]): RowClasses {
  const nameOf = new Map<string, string>();
  for (const { cells } of rows) {
    const present = presentIn(cells);
    const key = present.join();
    if (present.length < cells.length && !nameOf.has(key)) nameOf.set(key, `r${nameOf.size + 1}`);
  }
  return { nameOf };
}

/** The columns of the editions that have something in a row. */
export function presentIn(cells: readonly ParallelCell[]): readonly number[] {
  return cells.flatMap(({ kind }, column) => (kind === "passages" ? [column] : []));
}
