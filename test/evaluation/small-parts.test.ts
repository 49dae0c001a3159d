import { describe, expect, it } from "vitest";
import { parseAblations } from "../../src/evaluation/ablations.js";
import { parseBaseline, recordRows } from "../../src/evaluation/baseline.js";
import { formatDifference, formatFigure } from "../../src/evaluation/format-figure.js";
import { parseLetterQuestions } from "../../src/evaluation/parse-letter-questions.js";
import { rowName } from "../../src/evaluation/row-name.js";

describe("rowName", () => {
  it("says everything that decides which questions are asked", () => {
    expect(rowName({ base: "test/data/xquad.en.json" })).toBe("xquad.en");
    expect(rowName({ base: "C:\\q\\letter-questions.jsonl", half: "dev" })).toBe("letter-questions dev");
    expect(rowName({ base: "dev", articles: "9-16", pool: true, sample: { count: 300, seed: 1 } })).toBe(
      "dev articles 9-16 pooled sample 300 seed 1",
    );
  });
});

describe("parseAblations", () => {
  it("knows its names, all of them, and what is none", () => {
    expect(parseAblations("dense, frame")).toEqual(["dense", "frame"]);
    expect(parseAblations("all")).toContain("structure");
    expect(() => parseAblations("luck")).toThrow('"luck" is nothing that can be switched off.');
  });
});

describe("recordRows", () => {
  const row = { model: "m", corpus: { passages: 1, sentences: 2 }, figures: {} };
  it("replaces rows of the same name, keeps the others, and sorts", () => {
    const first = recordRows(undefined, { b: row, a: row });
    expect(Object.keys(first.rows)).toEqual(["a", "b"]);
    const second = recordRows(first, { a: { ...row, model: "n" } });
    expect(second.rows["a"]?.model).toBe("n");
    expect(second.rows["b"]).toEqual(row);
    expect(parseBaseline(JSON.stringify(second), "f")).toEqual(second);
    expect(() => parseBaseline("{}", "f.json")).toThrow("f.json holds no recorded figures.");
  });
});

describe("parseLetterQuestions", () => {
  it("reads a line each and names the one that is none", () => {
    const line =
      '{"id":"q1","half":"dev","kind":"run","question":"Why?","answers":["1.1",{"layer":"note","contains":"x"}]}';
    expect(parseLetterQuestions(`${line}\n\n${line}\n`, "f")).toHaveLength(2);
    expect(() => parseLetterQuestions(`${line}\n{"id":1}`, "f.jsonl")).toThrow(
      "f.jsonl, line 2, is no question.",
    );
  });
});

describe("formatFigure", () => {
  it("gives shares in percent and areas as they are", () => {
    expect(formatFigure("passage.r1", 0.8344)).toBe("83.4");
    expect(formatFigure("auroc.foreign", 0.997)).toBe(".997");
    expect(formatFigure("auroc.foreign", 1)).toBe("1.000");
    expect(formatDifference("passage.r1", { difference: -0.012, low: -0.03, high: 0.01 })).toBe(
      "−1.2 [−3.0, 1.0]",
    );
    expect(formatDifference("auroc.foreign", { difference: 0.01, low: -0.02, high: 0.03 })).toBe(
      "+.010 [−.020, .030]",
    );
  });
});
