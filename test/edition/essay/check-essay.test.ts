import { describe, expect, test } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { checkEssay, type EssayOptions } from "../../../src/edition/essay/check-essay.js";
import { essayReportSchema } from "../../../src/edition/essay/essay-report.js";
import { buildQuotationIndex } from "../../../src/edition/verification/quotation-index.js";

const index = buildQuotationIndex(await readCorpus("corpus"));
const check = (essay: string, options: EssayOptions = {}) => checkEssay(index, essay, options);
const statuses = (essay: string, options: EssayOptions = {}): readonly string[] =>
  check(essay, options).quotations.map(({ status }) => status);

test("the report says what was found, where, and what failed", () => {
  const report = check('Kennedy: "It can be surprising that" and "the spirit of liberty".', { file: "a.md" });
  expect(essayReportSchema.parse(report)).toMatchObject({
    file: "a.md",
    found: 2,
    checked: 2,
    failures: 1,
    failed: true,
  });
  expect(report.quotations[0]).toMatchObject({ line: 1, column: 11, status: "altered", failed: true });
});

describe("what fails", () => {
  test.each([
    ['"the United States intends no military intervention in Cuba"', "faithful", false],
    ['"the United States intends military intervention in Cuba"', "altered", true],
    ['Kennedy wrote: "The U.S. will not invade Cuba".', "editors-words", true],
    ['The archive\'s heading is "The U.S. will not invade Cuba".', "editors-words-named", false],
    ['As Kennedy notes, "the U.S. invasion of Cuba gave way to Cuba\'s request".', "editors-words", true],
    [
      'In his note he writes: "the U.S. invasion of Cuba gave way to Cuba\'s request".',
      "editors-words",
      true,
    ],
    ['Note B says: "the U.S. invasion of Cuba gave way to Cuba\'s request".', "editors-words-named", false],
    ['"Let us never negotiate out of fear"', "absent", false],
    ['"the United States"', "short", false],
    ['"against the Machado dictatorship" <!-- quoth:ignore -->', "ignored", false],
    ['<!-- quoth:ignore -->\n"against the Machado dictatorship"', "ignored", false],
  ])("%s: %s", (essay, status, failed) => {
    const report = check(essay);
    expect(report.quotations.map((one) => one.status)).toEqual([status]);
    expect(report.failed).toBe(failed);
  });

  test("absent ones, if strict; short ones are checked, if all", () => {
    expect(check('"Let us never negotiate out of fear"', { strict: true }).failed).toBe(true);
    expect(statuses('"the Machado dictatorship"', { all: true })).toEqual(["altered"]);
  });

  test("an ignoring comment silences its own quotation only", () => {
    expect(
      statuses('"against the Machado dictatorship" <!-- quoth:ignore -->\n\n"It can be surprising that"'),
    ).toEqual(["ignored", "altered"]);
  });
});

describe("nesting", () => {
  test("what stands in a faithful quotation is judged with it", () => {
    expect(
      statuses("> The great revolution in the history of man, “past, present and future”, is the revolution"),
    ).toHaveLength(1);
  });

  test("another's words that quote the source are not an altered quotation", () => {
    const essay =
      "Smith: “The President said ‘the United States intends no military intervention in Cuba’ and he lied to all of us about it.”";
    expect(statuses(essay)).toEqual(["absent", "faithful"]);
    expect(statuses(essay.replace("no military", "no armed"))).toEqual(["absent", "altered"]);
  });
});

test("a lost mark does not spoil the quotation in the next paragraph", () => {
  expect(
    statuses('A "lost mark here\n\n"It cannot be surprising that, as resistance within Cuba grows" he said.'),
  ).toEqual(["faithful"]);
});

test("200 quotations take less than a second", () => {
  const quotations = [
    "the United States intends no military intervention in Cuba",
    "It can be surprising that",
    "Let us never negotiate out of fear",
    "what it does in the world ... is the world's business",
  ];
  const essay = Array.from(
    { length: 200 },
    (_, k) => `Paragraph ${k}: "${quotations[k % 4]!}" he said.`,
  ).join("\n\n");
  expect(check(essay).checked).toBe(200);
  // The best of a few: other work on the machine is not what is measured.
  const times = Array.from({ length: 4 }, () => {
    const start = performance.now();
    check(essay);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(60_000);
});

test("an ignoring comment speaks for the next line with words, over blank lines", () => {
  const altered = '"It can be surprising that"';
  expect(statuses(`<!-- quoth:ignore -->\n\n\n${altered}\n\n${altered}`)).toEqual(["ignored", "altered"]);
  expect(statuses(`${altered}\n<!-- quoth:ignore -->`)).toEqual(["altered"]);
});

test.each([
  ["in one paragraph", "", " "],
  ["in paragraphs", "", "\n\n"],
  ["in one block", "> ", "\n> "],
])("time is that of the quotations, %s", (_, before, between) => {
  // Too short to be looked up: what is left is the essay's own work.
  const essayOf = (count: number): string =>
    before +
    Array.from({ length: count }, (__, k) => `So he said in many words: “word${k} it”.`).join(between);
  const best = (essay: string): number =>
    Math.min(
      ...Array.from({ length: 3 }, () => {
        const start = performance.now();
        check(essay);
        return performance.now() - start;
      }),
    );
  // Compared in pairs, 8,000 took ten seconds, and more than a minute in one block.
  expect(best(essayOf(8_000))).toBeLessThan(60_000);
});
