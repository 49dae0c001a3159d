import type { Baseline } from "./baseline.js";
import { compareFigures } from "./compare-figures.js";
import type { EvaluatedRow } from "./evaluated-row.js";
import { formatFigure } from "./format-figure.js";

/** A line for everything that is not as it was recorded; a row that never was is one, too. */
export function describeChanges(
  rows: readonly Pick<EvaluatedRow, "name" | "figures">[],
  baseline: Baseline,
): readonly string[] {
  return rows.flatMap((row) => {
    const recorded = baseline.rows[row.name];
    if (!recorded) return [`${row.name}: not recorded yet; record it with --record.`];
    return compareFigures(recorded.figures, row.figures).map(({ name, kind, recorded: was, now }) => {
      const figure = (value: number): string => formatFigure(name, value);
      const remedy = kind === "better" ? "; renew the baseline with --record" : "";
      return `${row.name}, ${name}: ${kind} than recorded, ${figure(now)} where it was ${figure(was.value)} [${figure(was.low)}, ${figure(was.high)}]${remedy}`;
    });
  });
}
