import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseOutcomes, printOutcomes } from "../../src/evaluation/print-outcomes.js";
import { outcomes } from "./outcomes.js";

describe("parseOutcomes", () => {
  it("reads back what was printed", () => {
    fc.assert(
      fc.property(outcomes, (own) => {
        const read = parseOutcomes(printOutcomes([{ name: "a row", outcomes: own }]), "f");
        expect(read.get("a row") ?? []).toEqual(own);
      }),
    );
  });
  it("says what is none", () => {
    expect(() => parseOutcomes('{"id":"a"}', "f.jsonl")).toThrow("f.jsonl holds no outcomes of questions.");
  });
});
