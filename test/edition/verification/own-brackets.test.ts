import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleWork } from "../../../src/edition/assemble-work.js";
import { sliceSpans } from "../../../src/edition/span.js";
import { buildQuotationIndex } from "../../../src/edition/verification/quotation-index.js";
import { verifyQuotation } from "../../../src/edition/verification/verify-quotation.js";
import { wordsOf } from "../../../src/edition/words.js";

const SOURCE = [
  "This is a modern[vague] statement of it, with [sic] errors and refugee[s] in camps[3] there.",
  "Also [omitted] words [by whom?] stand; hope[†] is naturally [Cuban] here, and a modern age began.",
  "The word 'And' (Mongolian: anda) means friend, [a long aside ... of six words] they say.",
  "One goes [before two.\n\nThree] comes after four.",
].join(" ");

function plainIndex(text: string) {
  const witness = { siglum: "a", file: "a.txt", format: "plain" as const, language: "en" };
  const file = { text, sha256: "0".repeat(64), path: "w/a.txt" };
  return buildQuotationIndex([
    assembleWork({ id: "w", title: "W", author: ["X"], witnesses: [witness] }, [file]),
  ]);
}

const index = plainIndex(SOURCE);
const verify = (quotation: string) => verifyQuotation(index, quotation);
const found = (quotation: string): readonly string[] => {
  const { verdict, differences } = verify(quotation);
  return [verdict, ...differences.map(({ kind, expected, found }) => `${kind}: ${expected} > ${found}`)];
};

describe("brackets that the source has itself", () => {
  test("any slice between two word ends is exact, brackets or not", () => {
    const words = wordsOf(SOURCE);
    const edge = fc.nat(words.length - 1);
    fc.assert(
      fc.property(edge, edge, fc.boolean(), fc.boolean(), (a, b, left, right) => {
        let start = words[Math.min(a, b)]!.start;
        let end = words[Math.max(a, b)]!.end;
        if (left && SOURCE.charAt(start - 1) === "[") start -= 1;
        if (right && SOURCE.charAt(end) === "]") end += 1;
        const quotation = SOURCE.slice(start, end);
        const check = verify(quotation);
        expect([quotation, check.verdict]).toEqual([quotation, "exact"]);
        expect(sliceSpans(SOURCE, check.spans!)).toBe(quotation);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["a Modern[vague] statement", ["exact-normalized", "typography: modern > Modern"]],
    ["refugee[s] in camps[3] There", ["exact-normalized", "typography: there > There"]],
    ["also [omitted] words", ["exact-normalized", "typography: Also > also"]],
    ["a modern[vague] statement of [all] it", ["elided", "insertion:  > [all]"]],
    ["a modern[vague] ... of it", ["elided", "ellipsis: statement > ..."]],
    [
      "This is ... [vague] ... with",
      ["elided", "ellipsis: a modern > ...", "ellipsis: statement of it > ..."],
    ],
    ["a modern[vague] speech of it", ["altered", "substitution: statement > speech"]],
    // The same words in brackets where the source has none there are put in.
    ["a modern [vague] age", ["elided", "insertion:  > [vague]"]],
    ["stand; hope[†] is [Cuban] naturally", ["elided", "insertion:  > [Cuban]"]],
  ])("are no insertions: %s", (quotation, expected) => {
    expect(found(quotation)).toEqual(expected);
  });

  test("fifty thousand characters of them are judged in bounded time", () => {
    const own = plainIndex("a[b] c[b] ".repeat(2_000));
    const start = performance.now();
    verifyQuotation(own, "x[b] c[b] ".repeat(5_000));
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});

describe("a bracketed capital beside a quotation mark", () => {
  test.each([
    "[A]nd' (Mongolian: anda) means",
    "'[A]nd' (Mongolian: anda) means",
    "word ‘[A]nd’ (Mongolian",
    "word “[A]nd” (Mongolian",
    "[A]nd (Mongolian: anda)",
  ])("%s", (quotation) => {
    const { verdict, differences } = verify(quotation);
    expect(verdict).toBe("exact-normalized");
    expect(differences).toContainEqual({ kind: "typography", expected: "And", found: "[A]nd", flags: [] });
  });

  test("an apostrophe within the word is the word's", () => {
    expect(found("[t]he world's business").at(0)).toBe("absent");
    const own = plainIndex("It's the world's business, and don't the peoples' friends know.");
    const verdict = (quotation: string) => verifyQuotation(own, quotation).verdict;
    expect(verdict("[W]orld's business")).toBe("exact-normalized");
    expect(verdict("[D]on’t the [P]eoples' friends")).toBe("exact-normalized");
    expect(verdict("[D]on the peoples' friends")).toBe("altered");
  });
});
