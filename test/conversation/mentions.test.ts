import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenedQuoth } from "../../src/quoth.js";
import { openLetter } from "./letter.js";

let quoth: OpenedQuoth;
beforeAll(async () => {
  quoth = await openLetter();
});
afterAll(() => quoth.close());

describe("whether something is mentioned", () => {
  it.each([
    ["Does the word “nuclear” appear?", /nuclear/],
    ["Does he mention men?", /history of man/],
    ["Does he mention neighbours?", /neighbor/],
    ["Is Laos mentioned at all?", /Laos/],
    ["Is there any reference to Batista?", /Batista/],
    ["Does he mention missiles?", /missiles/],
  ])("%s: it is, there", async (question, words) => {
    const answer = await quoth.ask(question);
    expect(answer).toMatchObject({ kind: "answer" });
    expect(answer.quotes[0]?.text).toMatch(words);
  });

  it.each(["Does he mention univers?", "Does he mention governors?"])(
    "%s: a word that merely looks alike is none",
    async (question) => {
      expect((await quoth.ask(question)).kind).toBe("abstention");
    },
  );

  it.each<[string, readonly string[]]>([
    ["Does the word “telephone” appear?", ["telephone"]],
    ["Does he mention Germany, France or Italy?", ["Germany", "France", "Italy"]],
    ["Is there no mention of Berlin?", ["Berlin"]],
    ["What does he say about missiles in Turkey?", ["Turkey"]],
  ])("%s: it is not, and what is missing is named", async (question, words) => {
    expect(await quoth.ask(question)).toMatchObject({ reason: "occurs-nowhere", searched: { words } });
  });

  it("names the edition alone that was searched", async () => {
    const answer = await quoth.ask("Does he mention Germany?", { witness: "ucsb" });
    expect(answer).toMatchObject({ searched: { witnesses: ["ucsb"] } });
  });
});
