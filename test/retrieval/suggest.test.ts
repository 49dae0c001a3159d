import { describe, expect, it } from "vitest";
import { lookUp } from "../../src/retrieval/look-up.js";
import { createLexicon } from "../../src/retrieval/searcher.js";
import { suggestPassages } from "../../src/retrieval/suggest.js";
import { letter, workOf } from "../edition/letter.js";

const work = letter();
const lexicon = createLexicon([work]);
const values = (typed: string, limit = 25): readonly string[] =>
  suggestPassages(lexicon, typed, limit).map((one) => one.value.replace(`${work.id}:`, ""));

describe("suggest", () => {
  it("completes references, the exact one first", () => {
    expect(values("3.1", 2)[0]).toBe("3.1");
    expect(values("3.")).toEqual(["3.1", "3.2", "3.3", "3.4"]);
    expect(values("note.a").slice(0, 4)).toEqual([
      "note.A.1@marxists",
      "note.A.2@marxists",
      "note.A.3@marxists",
      "note.A.4@marxists",
    ]);
    expect(values("OPEN")[0]).toBe("opener");
  });

  it("completes words, those in a row first, the author's before the editors'", () => {
    expect(values("events in Cu")).toEqual(["1.1", "4.1"].concat(values("events in Cu").slice(2)));
    expect(values("refugees have rec")[0]).toBe("1.3");
    expect(values("nobody says this")).toEqual([]);
  });

  it("gives no more than wanted, names of at most 100 characters, values that resolve", () => {
    for (const typed of ["", "the", "Cuba", "note", "1", "😀", "@everyone", "x".repeat(6000), "\u0000"]) {
      const found = suggestPassages(lexicon, typed, 25);
      expect(found.length).toBeLessThanOrEqual(25);
      for (const { name, value } of found) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(lookUp(lexicon, value, { works: [work], limit: 5 }).map((quote) => quote.text)).toHaveLength(
          1,
        );
      }
    }
  });

  it("cuts names between graphemes", () => {
    const made = createLexicon([workOf([`${"👨‍👩‍👧".repeat(40)} end.`])]);
    const [one] = suggestPassages(made, "1", 1);
    expect(one?.name).toMatch(/^1\.1 (?:👨‍👩‍👧)+…$/u);
  });
});

describe("look up", () => {
  const found = (asked: string, more: object = {}): readonly string[] =>
    lookUp(lexicon, asked, { works: [work], limit: 10, ...more }).map((quote) =>
      quote.reference.slice(work.id.length + 1),
    );
  it.each([
    ["3.1", ["3.1"]],
    ["1.5@ucsb", ["1.5"]],
    ["no military intervention in Cuba", ["3.1"]],
    ["NO MILITARY, intervention — in Cuba!", ["3.1"]],
    ["fought along side", ["1.5"]],
    ["stifling the spirits of liberty", ["3.4"]],
    ["the world's business", ["6.2"]],
    ["nothing of the kind whatever", []],
    ["99.9", []],
    ["", []],
    ["😀", []],
  ])("%j", (asked, wanted) => expect(found(asked).slice(0, Math.max(1, wanted.length))).toEqual(wanted));

  it("keeps to layers and editions", () => {
    expect(found("Cuba", { layers: ["note"] }).every((path) => path.startsWith("note."))).toBe(true);
    expect(
      lookUp(lexicon, "liberty", { works: [work], limit: 9, witness: "ucsb" }).every(
        (quote) => quote.witness === "ucsb",
      ),
    ).toBe(true);
  });

  it("refuses an unknown work and an unknown edition", () => {
    expect(() => found("nowork:3.1")).toThrow(/no work "nowork"/);
    expect(() => found("3.1@noedition")).toThrow(/no edition "noedition"/);
  });
});
