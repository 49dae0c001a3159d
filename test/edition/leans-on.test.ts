import { describe, expect, it } from "vitest";
import { makeQuote } from "../../src/edition/make-quote.js";
import { parseReference } from "../../src/edition/reference.js";
import { resolvePath } from "../../src/edition/resolve-path.js";
import type { Work } from "../../src/edition/work.js";
import { letter, workOf } from "./letter.js";

const TEXT =
  "The envoys came at noon. They bore a letter. It was sealed. He who sent it had died.\n\n" +
  "These were evil signs. The gate was shut.\n\nWe waited.";

/** What the quote at a reference leans on. */
function leansOn(work: Work, text: string): string | undefined {
  const [witness] = work.witnesses;
  const reference = parseReference(text);
  const [located] = reference ? resolvePath(witness, reference) : [];
  if (!located) throw new Error(`${text} is not there`);
  return makeQuote(work, located).leansOn;
}

describe("what a quote leans on", () => {
  const work = workOf([TEXT]);
  it.each([
    ["1.1", undefined],
    ["1.2", "made-up:1.1"],
    ["1.2-3", "made-up:1.1"],
    ["1.3", undefined],
    ["1.4", "made-up:1.3"],
    ["2.1", "made-up:1.4"],
    ["2", "made-up:1.4"],
    ["2.2", undefined],
    ["3.1", undefined],
  ])("%s: %s", (reference, wanted) => expect(leansOn(work, reference)).toBe(wanted));

  it("is nothing where nothing stands before", () => {
    expect(leansOn(workOf(["They came at noon. The gate was shut."]), "1.1")).toBeUndefined();
  });

  it("is not looked for in a language whose pronouns are not known", () => {
    const french = workOf([TEXT], "plain", "", "    language: fr\n");
    expect(leansOn(french, "1.2")).toBeUndefined();
  });

  it("is found in the letter", () => {
    expect(leansOn(letter(true), "2.1")).toBe("jfk-1961-04-18:1.5");
    expect(leansOn(letter(true), "1.2")).toBeUndefined();
  });
});
