import { describe, expect, it } from "vitest";
import { compareFigures } from "../../src/evaluation/compare-figures.js";
import type { Figure } from "../../src/evaluation/figures-of.js";

const figure = (value: number, more: Partial<Figure> = {}): Figure => ({
  value,
  low: value - 0.03,
  high: value + 0.03,
  questions: 1000,
  better: "higher",
  ...more,
});
const kinds = (recorded: Figure, now: Figure) =>
  compareFigures({ it: recorded }, { it: now }).map((change) => change.kind);

describe("compareFigures", () => {
  it("leaves what stays within its interval", () => {
    expect(kinds(figure(0.8), figure(0.771))).toEqual([]);
    expect(kinds(figure(0.8), figure(0.829))).toEqual([]);
  });
  it("finds a fall and a rise", () => {
    expect(kinds(figure(0.8), figure(0.76))).toEqual(["worse"]);
    expect(kinds(figure(0.8), figure(0.84))).toEqual(["better"]);
  });
  it("knows what is better when it is lower", () => {
    expect(kinds(figure(0.1, { better: "lower" }), figure(0.2))).toEqual(["worse"]);
    expect(kinds(figure(0.1, { better: "lower" }), figure(0.02))).toEqual(["better"]);
  });
  it("forgives two questions where the interval has no width", () => {
    const all = figure(1, { low: 1, high: 1, questions: 100 });
    expect(kinds(all, figure(0.98))).toEqual([]);
    expect(kinds(all, figure(0.97))).toEqual(["worse"]);
  });
  it("compares only what both sides have", () => {
    expect(compareFigures({ gone: figure(0.8) }, { new: figure(0.1) })).toEqual([]);
  });
});
