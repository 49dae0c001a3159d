import { bootstrapInterval } from "./bootstrap-interval.js";
import { measuresFor, round } from "./figures-of.js";
import type { Outcome } from "./outcome.js";

/** How far a figure is above what it was, on the same questions, with the interval of the difference. */
export interface Difference {
  readonly now: number;
  readonly before: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Paired bootstrap of differences (Efron & Tibshirani 1993, ch. 16): questions are drawn, and both outcomes of each
 * come along, so what makes a question hard for both cancels out. Questions that only one side has are left out.
 * @param names the measures wanted; all unless given.
 */
export function pairedDifferences(
  now: readonly Outcome[],
  before: readonly Outcome[],
  names?: readonly string[],
): Readonly<Record<string, Difference>> {
  const key = ({ id, foreign }: Outcome): string => `${foreign ? "foreign" : "own"}:${id}`;
  const old = new Map(before.map((outcome) => [key(outcome), outcome]));
  const pairs = now.flatMap((outcome) => {
    const other = old.get(key(outcome));
    return other && other.kind === outcome.kind && other.answerable === outcome.answerable
      ? [{ now: outcome, before: other }]
      : [];
  });
  const measures = measuresFor(pairs.map((pair) => pair.now));
  return Object.fromEntries(
    measures
      .filter(({ name }) => names?.includes(name) ?? true)
      .flatMap((measure) => {
        const own = pairs.filter((pair) => measure.includes(pair.now));
        const at = (side: "now" | "before", sample: readonly (typeof own)[number][]): number =>
          measure.of(sample.map((pair) => pair[side]));
        const values = { now: at("now", own), before: at("before", own) };
        if (Number.isNaN(values.now - values.before)) return [];
        const { low, high } = bootstrapInterval(own, (sample) => at("now", sample) - at("before", sample));
        return [
          [
            measure.name,
            {
              now: round(values.now),
              before: round(values.before),
              difference: round(values.now - values.before),
              low: round(low),
              high: round(high),
            },
          ],
        ];
      }),
  );
}
