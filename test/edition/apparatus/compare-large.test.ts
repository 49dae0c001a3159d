import { expect, it } from "vitest";
import { compareWitnesses } from "../../../src/edition/apparatus/compare-witnesses.js";
import { plainWork } from "./plain-work.js";

/** Milliseconds: a guard against hanging, not a measure; bench/ measures. */
const MOST_TIME = 60_000;

it("compares two witnesses of 400 paragraphs in bounded time", () => {
  const paragraphs = Array.from(
    { length: 400 },
    (_, at) =>
      `Paragraph ${String(at)} begins here. It has a second sentence, too, and ${"many more words ".repeat(10)}.`,
  );
  const other = paragraphs.map((text, at) => (at % 10 === 0 ? text.replace("second", "third") : text));
  const work = plainWork([paragraphs.join("\n\n"), other.join("\n\n")]);
  const begun = performance.now();
  const { entries } = compareWitnesses(work);
  expect(performance.now() - begun).toBeLessThan(MOST_TIME);
  expect(entries).toHaveLength(40);
}, 120_000);

it("gives up on aligning what has nothing in common, and not on time", () => {
  const word = (seed: number): string => ((seed * 7919) % 100_003).toString(36);
  const text = (seed: number): string =>
    Array.from({ length: 6000 }, (_, at) => word(at * 31 + seed)).join(" ");
  const begun = performance.now();
  compareWitnesses(plainWork([`${text(1)}.`, `${text(50_000)}.`]));
  expect(performance.now() - begun).toBeLessThan(MOST_TIME);
}, 120_000);
