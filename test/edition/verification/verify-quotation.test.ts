import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { assembleWork } from "../../../src/edition/assemble-work.js";
import { sliceSpans } from "../../../src/edition/span.js";
import { checkSchema } from "../../../src/edition/verification/check.js";
import { buildQuotationIndex } from "../../../src/edition/verification/quotation-index.js";
import { verifyQuotation } from "../../../src/edition/verification/verify-quotation.js";
import type { VerifyScope } from "../../../src/edition/verification/verify-scope.js";
import { wordsOf } from "../../../src/edition/words.js";
import { naiveOracle } from "../../../src/evaluation/naive-oracle.js";

const works = await readCorpus("corpus");
const index = buildQuotationIndex(works);
const stands = naiveOracle(works);
const letter = works[0]!;
const base = letter.witnesses[0];
const verify = (quotation: string) => verifyQuotation(index, quotation);
const kinds = (quotation: string): readonly string[] =>
  verify(quotation).differences.map(({ kind, expected, found }) => `${kind}: ${expected} > ${found}`);

function plainIndex(text: string) {
  const witness = { siglum: "a", file: "a.txt", format: "plain" as const, language: "en" };
  const file = { text, sha256: "0".repeat(64), path: "w/a.txt" };
  return buildQuotationIndex([
    assembleWork({ id: "w", title: "W", author: ["X"], witnesses: [witness] }, [file]),
  ]);
}

describe("spans", () => {
  test("of an exact quotation are the quotation, across a marker", () => {
    const quotation = "into neighboring countries. Their urgent hope";
    const check = verify(quotation);
    expect(check.verdict).toBe("exact");
    expect(check.spans).toHaveLength(2);
    expect(sliceSpans(base.text, check.spans!)).toBe(quotation);
  });

  test("of an elided quotation are its parts", () => {
    const { spans } = verify("It cannot be surprising that ... refugees have been using");
    expect(spans!.map(({ start, end }) => base.text.slice(start, end))).toEqual([
      "It cannot be surprising that",
      "refugees have been using",
    ]);
  });

  test("the quote is the whole sentence, the quotes one for each passage", () => {
    const check = verify("MR. CHAIRMAN: You are under a serious misapprehension");
    expect(check.quote?.text).toBe("MR. CHAIRMAN:");
    expect(check.quotes?.map(({ reference }) => reference)).toEqual([
      "jfk-1961-04-18:opener",
      "jfk-1961-04-18:1.1",
    ]);
  });

  test("any run of words between two word ends is exact, and its spans are it", () => {
    const paragraphs = base.passages.filter(({ layer, markers }) => layer === "text" && markers.length === 0);
    const run = fc.constantFrom(...paragraphs).chain((passage) => {
      const words = wordsOf(base.text.slice(passage.start, passage.end));
      return fc
        .tuple(fc.nat(words.length - 1), fc.nat(words.length - 1))
        .map(([a, b]) =>
          base.text.slice(
            passage.start + words[Math.min(a, b)]!.start,
            passage.start + words[Math.max(a, b)]!.end,
          ),
        );
    });
    fc.assert(
      fc.property(run, (quotation) => {
        const check = verify(quotation);
        const witness = letter.witnesses.find(({ siglum }) => siglum === check.quote?.witness)!;
        expect(check.verdict).toBe("exact");
        expect(sliceSpans(witness.text, check.spans!)).toBe(quotation);
      }),
      { numRuns: 400 },
    );
  });
});

describe("the naive oracle agrees", () => {
  const vocabulary = [...new Set(wordsOf(base.text).map(({ norm }) => norm))].filter(
    (norm) => !norm.includes("-"),
  );
  const words = wordsOf(base.text).map(({ norm }) => norm);

  test("on words taken at random: exact or normalized if and only if they stand in a row", () => {
    const soup = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(soup, (some) => {
        const quotation = some.join(" ");
        expect(["exact", "exact-normalized"].includes(verify(quotation).verdict)).toBe(stands(quotation));
      }),
      { numRuns: 500 },
    );
  });

  test("that six words in a row are never absent, and an absent text has no six", () => {
    const patch = fc.oneof(
      fc.nat(words.length - 7).map((at) => words.slice(at, at + 6)),
      fc.array(fc.constantFrom(...vocabulary), { maxLength: 9 }),
    );
    fc.assert(
      fc.property(fc.array(patch, { minLength: 1, maxLength: 5 }), (patches) => {
        const all = patches.flat();
        if (all.length === 0) return;
        const run = all.some((_, at) => at + 6 <= all.length && stands(all.slice(at, at + 6).join(" ")));
        const { verdict } = verify(all.join(" "));
        if (run) expect(verdict).not.toBe("absent");
      }),
      { numRuns: 300 },
    );
  });
});

describe("hostile input", () => {
  test("gets a valid answer, whatever it is", () => {
    const pieces = fc.constantFrom(
      "...",
      "…",
      "[",
      "]",
      "[A]",
      "[t]he",
      "“",
      "Cuba",
      "not",
      "\ud800",
      "\u202e",
      "(a+)+$",
      "-\n",
      "100",
      "000",
      ",",
      "'",
      "é",
      "e\u0301",
      "the",
      "of",
      "\u0000",
      "%",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces).map((all) => all.join("")),
          fc.array(pieces).map((all) => all.join(" ")),
        ),
        (text) => {
          if (text.trim() === "") return;
          const check = checkSchema.parse(verify(text));
          expect(check.quotation).toBe(text);
          expect(check.verdict === "absent").toBe(check.quote === undefined);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("a blank quotation is an error, stops alone are absent", () => {
    expect(() => verify(" \n")).toThrow(expect.objectContaining({ code: "usage" }));
    expect(verify("... [...] …")).toMatchObject({ verdict: "absent", explanations: ["no-words"] });
  });

  test("what is not loaded is an error", () => {
    expect(() => verifyQuotation(index, "Cuba", { works: ["x"] })).toThrow(
      expect.objectContaining({ code: "unknown-work" }),
    );
    expect(() => verifyQuotation(index, "Cuba", { witness: "x" })).toThrow(
      expect.objectContaining({ code: "unknown-witness" }),
    );
  });

  test.each([
    ["words", "the situation in Cuba as a pretext "],
    ["gibberish", "abc "],
    ["one word", "the "],
    ["ellipses", "the ... "],
    ["brackets", "[a]"],
    ["open brackets", "[... "],
    ["dots", "."],
    ["blanks and a word", "                    x"],
    ["hyphens", "a-"],
    ["surrogates", "\ud800"],
  ])("100,000 characters of %s are answered in bounded time", (_, unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const start = performance.now();
      verify(text);
      return performance.now() - start;
    };
    time(10_000);
    expect(time(100_000)).toBeLessThan(60_000);
  });
});

describe("the whole letter", () => {
  test("pasted without its apparatus is exact in its witness", () => {
    const passages = letter.witnesses[1]!.passages.filter(({ layer }) => layer === "text");
    const text = letter.witnesses[1]!.text.slice(passages[0]!.start, passages.at(-1)!.end);
    expect(verify(text)).toMatchObject({ verdict: "exact", layer: "text", witnesses: ["ucsb"] });
  });

  test("pasted with the page around it carries the editor's layer", () => {
    const check = verify(base.text);
    expect(check.layer).not.toBe("text");
    expect(check.explanations).toContain("mixed-layers");
  });
});

describe("differences", () => {
  test.each([
    ["It can be surprising that", ["substitution: cannot > can"]],
    ["honour our obligations", ["spelling: honor > honour"]],
    ["A prompt cease fire and peaceful settlement", ["spelling: cease-fire > cease fire"]],
    ["A prompt ceasefire and peaceful settlement", ["spelling: cease-fire > ceasefire"]],
    ["urgent hope their is naturally", ["order: Their urgent hope > urgent hope their"]],
    [
      "embark on any enterprise so dangerous to the general peace",
      ["substitution: upon > on", "insertion:  > the"],
    ],
    ["dangerous to general peace. [B]", ["marker:  > [B]"]],
    ["admiration for [the] Cuban patriots", ["insertion:  > [the]"]],
    ["[t]he people of the United States do not conceal", ["typography: the > [t]he"]],
    ["the events in Cuba ... might affect peace", ["ellipsis:  > ..."]],
  ])("of “%s”", (quotation, expected) => {
    expect(kinds(quotation)).toEqual(expected);
  });
});

describe("insertions that change the sense", () => {
  test.each([
    "More than 100,000 refugees have recently fled [to] Cuba",
    "the denial of democratic liberties [or] the subversion of the 26th of July Movement",
  ])("%s", (quotation) => {
    expect(verify(quotation)).toMatchObject({
      verdict: "altered",
      explanations: ["insertion-changes-sense"],
    });
  });

  test.each([
    "the denial [of the people] of democratic liberties",
    "Their urgent hope [was] naturally to assist",
  ])("not %s", (quotation) => {
    expect(verify(quotation).verdict).toBe("elided");
  });
});

describe("a scope", () => {
  test("is searched for what is close, however much better another edition or work fits", () => {
    const scoped = (quotation: string, scope: VerifyScope) => verifyQuotation(index, quotation, scope);
    expect(scoped("fought along side Dr. Castro", { witness: "marxists" })).toMatchObject({
      verdict: "altered",
      reference: "jfk-1961-04-18:1.5",
      differences: [{ kind: "spelling", expected: "alongside", found: "along side" }],
    });
    expect(
      scoped("of historical inevitability for the Communist revolution", { witness: "frus" }).verdict,
    ).toBe("altered");
  });
});

describe("ellipses", () => {
  test.each([
    "...",
    "…",
    ". . .",
    "....",
    ". . . .",
    "[...]",
    "[…]",
    "(...)",
    "[ . . . ]",
    " ... [...] ",
    "* * *",
    "..",
    "[snip]",
  ])("%s", (mark) => {
    expect(verify(`I believe ${mark} that you should recognize`).verdict).toBe("elided");
  });

  test("of several placements the one that omits least is judged", () => {
    const check = verify("in Cuba ... in all parts of the world");
    expect(check.verdict).toBe("elided");
    expect(check.reference).toBe("jfk-1961-04-18:4.1");
  });

  test("crossings are reported", () => {
    expect(verify("events in Cuba. ... Their urgent hope").crossings).toMatchObject([
      { kind: "sentence", from: "jfk-1961-04-18:1.1", to: "jfk-1961-04-18:1.4" },
    ]);
    expect(verify("for freedom. ... I have previously stated").crossings).toMatchObject([
      { kind: "paragraph" },
    ]);
  });

  test("the author's words are not joined with an editor's", () => {
    expect(verify("a serious misapprehension ... the population climbed to")).toMatchObject({
      verdict: "altered",
    });
  });

  test("the source's own dots are none", () => {
    const own = plainIndex("He said: I was ... nowhere, at that time of day.");
    expect(verifyQuotation(own, "I was ... nowhere, at that time").verdict).toBe("exact");
    expect(verifyQuotation(own, "i was … nowhere at that time").verdict).toBe("exact-normalized");
  });
});

describe("other sources", () => {
  test("a prefix cut off at its hyphen is no true piece", () => {
    const own = plainIndex("We practise non-military intervention only.");
    expect(verifyQuotation(own, "military intervention only").verdict).toBe("altered");
  });

  test("a dash without blanks may be typed as a hyphen", () => {
    const own = plainIndex("Government of the people—by the people—shall not perish.");
    expect(verifyQuotation(own, "of the people-by the people - shall not perish").verdict).toBe(
      "exact-normalized",
    );
  });

  test("notes between paragraphs do not part the text", () => {
    const text = "First paragraph ends here.\n\nNOTE of the editor.\n\nSecond one goes on.";
    const work = assembleWork(
      {
        id: "w",
        title: "W",
        author: ["X"],
        witnesses: [{ siglum: "a", file: "a", format: "plain", language: "en" }],
      },
      [{ text, sha256: "0".repeat(64), path: "a" }],
    );
    const [witness] = work.witnesses;
    const passages = witness.passages.map((one, at) =>
      at === 1 ? { ...one, layer: "note" as const, path: "note.1" } : one,
    );
    const own = buildQuotationIndex([{ ...work, witnesses: [{ ...witness, passages }] }]);
    expect(verifyQuotation(own, "ends here. Second one").verdict).toBe("exact-normalized");
  });

  test("layers can be left out of the search", () => {
    expect(verifyQuotation(index, "The U.S. will not invade Cuba", { layers: ["text"] }).verdict).toBe(
      "absent",
    );
    expect(verifyQuotation(index, "fought alongside Dr. Castro", { witness: "ucsb" }).verdict).toBe(
      "altered",
    );
  });
});
