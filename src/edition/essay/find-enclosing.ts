import type { Span } from "../span.js";

/** What may stand within another: its span, and how many quotations it stands in. */
export interface Enclosable extends Span {
  readonly depth: number;
}

/** The numbers of the quotations that one stands in, and of those that stand in it, ascending. */
export interface Enclosing {
  readonly outer: readonly number[];
  readonly inner: readonly number[];
}

/**
 * Which quotations stand in which: within its span and deeper. `found` ascends by start, then by depth, so
 * that whatever encloses goes before. A sweep that keeps what is still open (not a stack: a block and a
 * quotation between marks may cross); linear but for how many are open at one place.
 */
export function findEnclosing(found: readonly Enclosable[]): readonly Enclosing[] {
  const enclosing = found.map((): { outer: number[]; inner: number[] } => ({ outer: [], inner: [] }));
  let open: { readonly at: number; readonly one: Enclosable }[] = [];
  found.forEach((one, at) => {
    open = open.filter((other) => other.one.end >= one.start);
    for (const other of open) {
      if (other.one.depth >= one.depth || other.one.end < one.end) continue;
      enclosing[at]?.outer.push(other.at);
      enclosing[other.at]?.inner.push(at);
    }
    open.push({ at, one });
  });
  return enclosing;
}
