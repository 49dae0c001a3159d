import type { Figures } from "./figures-of.js";

/**
 * How many questions may go the other way before a change counts, however narrow the recorded interval: rounding
 * differs between processors, and a figure of 100 % has an interval of no width.
 */
export const SLACK_QUESTIONS = 2;

/** A figure that left its recorded interval. */
export interface Change {
  readonly name: string;
  readonly kind: "worse" | "better";
  readonly recorded: { readonly value: number; readonly low: number; readonly high: number };
  readonly now: number;
}

/**
 * The figures that are no longer what was recorded: outside the recorded interval, to either side. A worse one is a
 * fault; a better one wants the baseline renewed, or the next fall would go unseen. Figures that only one side has
 * are not compared.
 */
export function compareFigures(recorded: Figures, now: Figures): readonly Change[] {
  return Object.entries(recorded).flatMap(([name, before]): readonly Change[] => {
    const figure = now[name];
    if (!figure) return [];
    const slack = SLACK_QUESTIONS / Math.max(1, before.questions);
    const low = Math.min(before.low, before.value - slack);
    const high = Math.max(before.high, before.value + slack);
    // The last digit of a rounded figure decides nothing.
    const side = figure.value < low - 1e-4 ? "lower" : figure.value > high + 1e-4 ? "higher" : undefined;
    if (side === undefined) return [];
    const kind = side === before.better ? "better" : "worse";
    return [{ name, kind, recorded: before, now: figure.value }];
  });
}
