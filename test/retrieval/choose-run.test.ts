import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseRuns, LONGEST_RUN } from "../../src/retrieval/choose-run.js";
import type { Candidate } from "../../src/retrieval/rank-sentences.js";

const NONE = {} as Candidate["signals"];
/** Candidates of one or more units, their sentences in a row, best first. */
const candidates = (...units: readonly (readonly number[])[]): readonly Candidate[] =>
  units
    .flatMap((scores, unit) =>
      scores.map((score, sentence) => ({ unit, sentence, score, line: false, signals: NONE })),
    )
    .sort((a, b) => b.score - a.score || a.unit - b.unit || a.sentence - b.sentence);
const shown = (runs: ReturnType<typeof chooseRuns>): readonly string[] =>
  runs.map(({ unit, from, to }) => `${unit}: ${from}-${to}`);

describe("chooseRuns", () => {
  it.each([
    ["one sentence alone", [[0.9, 0.2, 0.1]], 1, ["0: 0-1"]],
    ["a neighbour nearly as good", [[0.2, 0.9, 0.88]], 1, ["0: 1-3"]],
    ["a neighbour before", [[0.89, 0.9, 0.1]], 1, ["0: 0-2"]],
    ["no more than three", [[0.9, 0.9, 0.9, 0.9, 0.9]], 1, ["0: 0-3"]],
    ["no sentence twice", [[0.9, 0.88, 0.1, 0.5]], 3, ["0: 0-2", "0: 3-4", "0: 2-3"]],
    [
      "not across passages",
      [
        [0.1, 0.9],
        [0.9, 0.1],
      ],
      2,
      ["0: 1-2", "1: 0-1"],
    ],
    ["nothing", [], 3, []],
    ["none wanted", [[0.9]], 0, []],
  ])("%s", (_, units, limit, wanted) =>
    expect(shown(chooseRuns(candidates(...units), limit))).toEqual(wanted),
  );

  it("gives parted runs of one to three sentences, each with its best, best first", () => {
    const scores = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(scores, { maxLength: 4 }), fc.integer({ min: 1, max: 10 }), (units, limit) => {
        const all = candidates(...units);
        const runs = chooseRuns(all, limit);
        expect(runs.length).toBe(Math.min(limit, runs.length));
        const seen = new Set<string>();
        let last = Infinity;
        for (const { unit, from, to, best } of runs) {
          expect(to - from).toBeGreaterThanOrEqual(1);
          expect(to - from).toBeLessThanOrEqual(LONGEST_RUN);
          expect(best.unit === unit && best.sentence >= from && best.sentence < to).toBe(true);
          expect(best.score).toBeLessThanOrEqual(last);
          last = best.score;
          for (let at = from; at < to; at += 1) {
            expect(units[unit]?.[at]).toBeDefined();
            expect(seen.has(`${unit}:${at}`)).toBe(false);
            seen.add(`${unit}:${at}`);
          }
        }
        if (runs.length < limit) expect(seen.size).toBe(all.length);
      }),
      { seed: 1961, numRuns: 300 },
    );
  });
});
