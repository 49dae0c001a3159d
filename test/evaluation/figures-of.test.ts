import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf, measuresFor } from "../../src/evaluation/figures-of.js";
import type { Outcome } from "../../src/evaluation/outcome.js";
import { pairedDifferences } from "../../src/evaluation/paired-differences.js";
import { outcome, outcomes } from "./outcomes.js";

const value = (name: string, own: readonly Outcome[]): number | undefined => figuresOf(own)[name]?.value;

describe("figuresOf", () => {
  const own = [
    outcome({ id: "a" }),
    outcome({ id: "b", passage: 4, sentence: { accepted: 7 }, quote: { accepted: 3 }, confidence: 0.4 }),
    outcome({ id: "c", passage: null, sentence: { accepted: null }, quote: { accepted: null } }),
    outcome({
      id: "d",
      passage: 1,
      sentence: { accepted: 3 },
      quote: { accepted: 1 },
      answered: { default: false, strict: false },
    }),
    outcome({ id: "e", answerable: false, confidence: 0.4 }),
    outcome({
      id: "f",
      answerable: false,
      kind: "near-miss",
      confidence: 0.95,
      answered: { default: true, strict: false },
    }),
    outcome({ id: "g", answerable: false, kind: "foreign", foreign: true, confidence: 0.2 }),
  ];
  it.each([
    ["passage.r1", 0.5],
    ["passage.r5", 0.75],
    ["passage.mrr", (1 + 0.25 + 0 + 1) / 4],
    ["sentence.top1.accepted", 0.25],
    ["sentence.top3.accepted", 0.5],
    ["quote.first.accepted", 0.5],
    ["quote.three.accepted", 0.75],
    ["shown.first", 0.25],
    ["shown.three", 0.5],
    ["answered.default", 0.75],
    ["refused.default.unanswerable", 0.5],
    ["refused.strict.unanswerable", 1],
    ["refused.default.near-miss", 0],
    ["refused.default.foreign", 1],
    ["auroc.off-topic", (3 + 0.5) / 4],
    ["auroc.near-miss", 0],
    ["auroc.unanswerable", 3.5 / 8],
    ["auroc.foreign", 1],
    ["ece.adaptive", (0.1 + 0.6 + 0.9 + 0.1 + 0.4 + 0.95) / 6],
  ])("%s by hand", (name, expected) => {
    expect(value(name, own)).toBeCloseTo(expected, 4);
  });
  it("has every value inside its interval's reach, the same at each run, and none that is not a number", () => {
    fc.assert(
      fc.property(outcomes, (any) => {
        const figures = figuresOf(any);
        expect(figuresOf(any)).toEqual(figures);
        for (const { value, low, high, questions } of Object.values(figures)) {
          expect(questions).toBeGreaterThan(0);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 8 },
    );
  });
  it("orders what cannot be otherwise", () => {
    fc.assert(
      fc.property(outcomes, (any) => {
        const got = Object.fromEntries(
          measuresFor(any).map((m) => [m.name, m.of(any.filter((o) => m.includes(o)))]),
        );
        const atMost = (less: string, more: string): void => {
          if (got[less] !== undefined) expect(got[less]).toBeLessThanOrEqual((got[more] as number) + 1e-12);
        };
        atMost("passage.r1", "passage.r5");
        atMost("passage.r1", "passage.mrr");
        atMost("sentence.top1.accepted", "sentence.top3.accepted");
        atMost("shown.first", "quote.first.accepted");
        atMost("shown.three", "answered.default");
        atMost("answered.strict", "answered.default");
        atMost("refused.default.off-topic", "refused.strict.off-topic");
      }),
    );
  });
  it("says nothing of what it has no questions for", () => {
    expect(figuresOf([])).toEqual({});
    expect(Object.keys(figuresOf([outcome({ id: "e", answerable: false })]))).not.toContain(
      "auroc.off-topic",
    );
    expect(Object.keys(figuresOf([outcome({ id: "a" })]))).not.toContain("refused.default.unanswerable");
  });
});

describe("pairedDifferences", () => {
  it("is nothing, without width, between a run and itself", () => {
    fc.assert(
      fc.property(outcomes, (any) => {
        for (const one of Object.values(pairedDifferences(any, any)))
          expect(one).toMatchObject({ difference: 0, low: 0, high: 0 });
      }),
      { numRuns: 5 },
    );
  });
  it("is narrower than the figures when most questions agree, and leaves out what only one side has", () => {
    const before = Array.from({ length: 60 }, (_, i) =>
      outcome({ id: `q${i}`, quote: { accepted: i % 2 === 0 ? 1 : null } }),
    );
    const now = [
      ...before.map((one, i) => (i < 6 ? { ...one, quote: { accepted: 1 } } : one)),
      outcome({ id: "only here" }),
    ];
    const difference = pairedDifferences(now, before, ["quote.first.accepted"])["quote.first.accepted"];
    expect(difference).toMatchObject({ before: 0.5, now: 0.55, difference: 0.05 });
    const figure = figuresOf(before)["quote.first.accepted"];
    expect((difference?.high ?? 1) - (difference?.low ?? 0)).toBeLessThan(
      ((figure?.high ?? 0) - (figure?.low ?? 0)) / 2,
    );
  });
});
