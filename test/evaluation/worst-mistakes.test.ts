import { describe, expect, it } from "vitest";
import { explainMistake } from "../../src/evaluation/explain-mistake.js";
import { worstMistakes } from "../../src/evaluation/worst-mistakes.js";
import { outcome } from "./outcomes.js";

const wrong = { sentence: { accepted: 5 }, quote: { accepted: null } };

describe("explainMistake", () => {
  it.each([
    [outcome({ id: "right" }), undefined],
    [outcome({ id: "refused", answerable: false }), undefined],
    [
      outcome({ id: "a", answerable: false, answered: { default: true, strict: false } }),
      /^answered at 10 %/,
    ],
    [
      outcome({ id: "b", answered: { default: false, strict: false }, confidence: 0.3 }),
      /^abstained, .*30 %/,
    ],
    [outcome({ id: "c", quote: { accepted: 2 } }), /comes 2nd$/],
    [outcome({ id: "d", ...wrong, passage: null }), /not among those compared/],
    [outcome({ id: "e", ...wrong, passage: 3 }), /the right one comes 3rd$/],
    [outcome({ id: "f", ...wrong, passage: 1 }), /another sentence of it; the right one comes 5th/],
    [outcome({ id: "g", ...wrong, passage: 1, sentence: { accepted: null } }), /no single sentence/],
  ])("%#", (one, expected) => {
    if (expected === undefined) expect(explainMistake(one)).toBeUndefined();
    else expect(explainMistake(one)).toMatch(expected);
  });
});

describe("worstMistakes", () => {
  const asked = (one: ReturnType<typeof outcome>) => ({ outcome: one, question: one.id, shown: undefined });
  it("puts wrong answers before right ones held back, the surest first, and leaves out what went right", () => {
    const held = { answered: { default: false, strict: false } };
    const list = [
      outcome({ id: "right" }),
      outcome({ id: "held, nearly sure", ...held, confidence: 0.45 }),
      outcome({ id: "held, unsure", ...held, confidence: 0.05 }),
      outcome({ id: "sure", ...wrong, confidence: 0.9 }),
      outcome({ id: "less sure", ...wrong, confidence: 0.6 }),
    ].map(asked);
    expect(worstMistakes(list, 9).map((one) => one.question)).toEqual([
      "sure",
      "less sure",
      "held, unsure",
      "held, nearly sure",
    ]);
    expect(worstMistakes(list, 1)).toHaveLength(1);
  });
});
