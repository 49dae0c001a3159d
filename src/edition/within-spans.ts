import type { Span } from "./span.js";

/** Says of spans, asked for in ascending order of their starts, whether they lie within one of `outer`. Linear in both. */
export function withinSpans(outer: readonly Span[]): (inner: Span) => boolean {
  const sorted = [...outer].sort((a, b) => a.start - b.start);
  let next = 0;
  let reach = -1;
  return ({ start, end }) => {
    for (let one = sorted[next]; one && one.start <= start; one = sorted[next]) {
      reach = Math.max(reach, one.end);
      next += 1;
    }
    return reach >= end;
  };
}
