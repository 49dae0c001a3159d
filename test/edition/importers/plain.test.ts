import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findWords } from "../../../src/edition/find-words.js";
import { buildQuotationIndex } from "../../../src/edition/verification/quotation-index.js";
import { verifyQuotation } from "../../../src/edition/verification/verify-quotation.js";
import { readings } from "./readings.js";
import { outline, workOf } from "../letter.js";

const NOTES = readFileSync(new URL("../../data/importers/field-notes.txt", import.meta.url), "utf8");
const PAGES = "    pages: {numbers: true, heads: [Notes of a Naturalist]}\n";

const read = (text: string): string =>
  readings(workOf([text]))
    .map(([, words]) => words)
    .join(" | ");

describe("words broken at line ends", () => {
  it.each([
    ["is put together where neither half is a word", "an inva-\nsion of birds", "an invasion of birds"],
    ["whatever the line end, and blanks around it", "an inva- \r\n   sion of birds", "an invasion of birds"],
    [
      "is put together where the text has it whole",
      "to-day. We met to-\nday; today it is",
      "to-day. | We met today; today it is",
    ],
    [
      "keeps its hyphen where the text has it so elsewhere",
      "well-known, and well-\nknown again",
      "well-known, and well-known again",
    ],
    [
      "keeps it where both halves are words of the text",
      "well-\nknown, well, and known",
      "well-known, well, and known",
    ],
    ["keeps it before a capital", "an Anglo-\nSaxon church", "an Anglo-Saxon church"],
    ["stays as it is where the hyphen hangs", "pre-\nand post-war", "pre- and post-war"],
    ["stays as it is beside a figure", "1961-\n62 and after", "1961- 62 and after"],
    ["is no dash", "a word --\nand another", "a word -- and another"],
    ["loses soft hyphens anywhere", "har\u00ADbour and har\u00AD\nbour", "harbour and harbour"],
    ["knows the sign ¬", "har¬\nbour", "harbour"],
  ])("%s", (_, text, wanted) => expect(read(text)).toBe(wanted));

  it("is found, and verified, as one word", () => {
    const work = workOf(["He spoke of an inva-\nsion of birds at the har\u00ADbour."]);
    expect(findWords([work], "invasion of birds").total).toBe(1);
    const check = verifyQuotation(buildQuotationIndex([work]), "an invasion of birds at the harbour");
    expect(check.verdict).toBe("exact");
  });
});

describe("page numbers and running heads", () => {
  it("are text unless work.yaml says that they are none", () => {
    expect(
      outline(workOf([NOTES]).witnesses[0]).filter((line) => / text paragraph: \s*1[234]$/.test(line)),
    ).toHaveLength(3);
  });

  it("are set aside by rule, and the sentence runs on over them", () => {
    const work = workOf([NOTES], "plain", "", PAGES);
    const words = readings(work).map(([, text]) => text);
    expect(words).toContain("It gives nothing away.");
    const [witness] = work.witnesses;
    expect(
      witness.passages
        .filter((one) => one.layer === "heading")
        .map((one) => witness.text.slice(one.start, one.end)),
    ).toEqual(["NOTES OF A NATURALIST", "13", "NOTES OF A NATURALIST", "14", "NOTES OF A NATURALIST"]);
    expect(witness.passages.at(-1)).toMatchObject({ layer: "text", page: "14" });
  });
});

it("verifies composed words against a text in decomposed ones", () => {
  const index = buildQuotationIndex([workOf([NOTES])]);
  expect(verifyQuotation(index, "caf\u00E9 or no caf\u00E9").verdict).toMatch(/^exact/);
});

it("reads form feeds as white space, and a megabyte on one line", { timeout: 60_000 }, () => {
  expect(read("One page\fand the next.")).toBe("One page and the next.");
  const long = "A sentence of eight words stands here again. ".repeat(2_000);
  expect(workOf([long]).witnesses[0].passages[0]?.sentences).toHaveLength(2_000);
});
