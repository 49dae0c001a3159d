import { abstentionMeasures } from "./abstention-measures.js";
import { answerMeasures } from "./answer-measures.js";
import { bootstrapInterval } from "./bootstrap-interval.js";
import type { Measure } from "./measure.js";
import type { Outcome } from "./outcome.js";

/** A figure with its paired bootstrap 95 % interval and the number of questions it is about. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly questions: number;
  readonly better: Measure["better"];
}

export type Figures = Readonly<Record<string, Figure>>;

/** Everything that can be measured of these outcomes, by name, in reading order. */
export function measuresFor(outcomes: readonly Outcome[]): readonly Measure[] {
  return [...answerMeasures(outcomes), ...abstentionMeasures(outcomes)];
}

/** The figures of these outcomes; a measure that they do not define is left out. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  return Object.fromEntries(
    measuresFor(outcomes).flatMap((measure) => {
      const own = outcomes.filter((outcome) => measure.includes(outcome));
      const value = measure.of(own);
      if (Number.isNaN(value)) return [];
      const { low, high } = bootstrapInterval(own, (sample) => measure.of(sample));
      const { better } = measure;
      return [
        [
          measure.name,
          { value: round(value), low: round(low), high: round(high), questions: own.length, better },
        ],
      ];
    }),
  );
}

/** Four decimals say all that a few thousand questions can, and keep a recorded file from changing for nothing. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
