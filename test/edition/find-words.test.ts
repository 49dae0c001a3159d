import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concordanceSchema } from "../../src/edition/concordance.js";
import { findWords } from "../../src/edition/find-words.js";
import { letter, workOf } from "./letter.js";

const work = letter();

describe("find", () => {
  it("counts per layer, and once where editions agree", () => {
    const found = findWords([work], "Cuba");
    expect(concordanceSchema.parse(found)).toEqual(found);
    const [marxists] = work.witnesses;
    const count = (layer: string): number =>
      marxists.passages
        .filter((p) => p.layer === layer)
        .reduce(
          (sum, p) =>
            sum +
            (marxists.text.slice(p.start, p.end).match(/\bCuba(?:'s)?\b/g) ?? []).filter(
              (word) => word === "Cuba",
            ).length,
          0,
        );
    expect(found.byLayer).toMatchObject({ text: count("text"), note: count("note") });
    expect(found.byLayer.heading).toBe(2);
    expect(found.hits).toHaveLength(found.total);
  });

  it("finds both readings where editions differ", () => {
    expect(findWords([work], "fought alongside").hits.map((hit) => hit.quote.witnesses)).toEqual([
      ["marxists", "frus"],
    ]);
    expect(findWords([work], "fought along side").hits.map((hit) => hit.quote.witnesses)).toEqual([["ucsb"]]);
    expect(
      findWords([work], "mr chairman", { layers: ["text"] }).hits.map(
        (hit) => hit.quote.reference.split(":")[1],
      ),
    ).toEqual(["opener", "6.1"]);
  });

  it("steps over markers", () => {
    const { hits } = findWords([work], "neighboring countries");
    expect(hits).toHaveLength(1);
    const [hit] = hits;
    expect(hit?.quote.text.slice(hit.start, hit.end)).toBe("neighboring countries");
  });

  it.each(["Havana", "missile crisis of", "democratic freedom", "!!", ""])("%j is not there", (words) => {
    const found = findWords([work], words, { layers: ["text"] });
    expect(found.total).toBe(0);
  });

  it("counts all and shows as many as wanted, in one edition if wanted", () => {
    const found = findWords([work], "the", { limit: 3, layers: ["text"] });
    expect(found.hits).toHaveLength(3);
    expect(found.total).toBe(36);
    expect(
      findWords([work], "the", { witness: "ucsb" }).hits.every((hit) => hit.quote.witness === "ucsb"),
    ).toBe(true);
    expect(findWords([work], "the", { witness: "nobody" }).total).toBe(0);
  });

  it("finds what a naive reader finds", () => {
    const word = fc.constantFrom("Alpha", "beta", "gamma", "it's", "5,000");
    const glue = fc.constantFrom(" ", ", ", ". ", "\n", "\n\n", "; ", " “", "—");
    const text = fc
      .array(fc.tuple(word, glue), { minLength: 1, maxLength: 40 })
      .map((parts) => parts.flat().join(""));
    fc.assert(
      fc.property(text, fc.array(word, { minLength: 1, maxLength: 3 }), (source, words) => {
        const made = workOf([source]);
        const wanted = words.map((one) => one.toLowerCase());
        let naive = 0;
        for (const paragraph of source.split(/\n\n+/)) {
          const own = paragraph
            .toLowerCase()
            .split(/[^a-z0-9',]+|,(?!\d)/)
            .filter(Boolean);
          for (let at = 0; at + wanted.length <= own.length; at += 1)
            if (wanted.every((one, i) => own[at + i] === one)) naive += 1;
        }
        const found = findWords([made], words.join(" "));
        expect(found.total).toBe(naive);
        for (const { quote, start, end } of found.hits)
          expect(
            quote.text
              .slice(start, end)
              .toLowerCase()
              .split(/[^a-z0-9',]+|,(?!\d)/)
              .filter(Boolean),
          ).toEqual(wanted);
      }),
      { seed: 1961, numRuns: 300 },
    );
  });
});
