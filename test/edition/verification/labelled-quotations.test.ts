import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { checkSchema } from "../../../src/edition/verification/check.js";
import { buildQuotationIndex } from "../../../src/edition/verification/quotation-index.js";
import { verifyQuotation } from "../../../src/edition/verification/verify-quotation.js";

interface Label {
  readonly quotation: string;
  readonly verdict: string;
  readonly reference?: string;
  readonly layer?: string;
  readonly witnesses?: readonly string[];
  readonly flags?: readonly string[];
  readonly why: string;
}

const labels = readFileSync(new URL("../../data/labelled-quotations.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Label);
const index = buildQuotationIndex(await readCorpus("corpus"));

test("there are labelled quotations of every verdict", () => {
  expect(labels.length).toBeGreaterThanOrEqual(120);
});

test.each(labels)("$verdict: $why: $quotation", (label) => {
  const check = checkSchema.parse(verifyQuotation(index, label.quotation));
  expect({
    verdict: check.verdict,
    ...(label.reference === undefined ? {} : { reference: check.reference }),
    ...(label.layer === undefined ? {} : { layer: check.layer }),
    ...(label.witnesses === undefined ? {} : { witnesses: check.witnesses }),
    ...(label.flags === undefined
      ? {}
      : { flags: [...new Set(check.differences.flatMap(({ flags }) => flags))] }),
  }).toEqual({
    verdict: label.verdict,
    ...(label.reference === undefined ? {} : { reference: `jfk-1961-04-18:${label.reference}` }),
    ...(label.layer === undefined ? {} : { layer: label.layer }),
    ...(label.witnesses === undefined ? {} : { witnesses: label.witnesses }),
    ...(label.flags === undefined ? {} : { flags: label.flags }),
  });
  expect(check.quote === undefined).toBe(check.verdict === "absent");
});
