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

  it("answers in other words that surely mean the same, and says that those asked for occur nowhere", async () => {
    const answer = await quoth.ask("Does he mention exiles?");
    expect(answer).toMatchObject({ kind: "answer", searched: { words: ["exiles"] } });
    expect(answer.quotes[0]?.text).toMatch(/refugees/);
  });

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

  it.each(["Does he mention the Soviet Union or China?", "Are China and the Soviet Union mentioned?"])(
    "%s: of each it is told",
    async (question) => {
      const answer = await quoth.ask(question);
      expect(answer).toMatchObject({ kind: "answer", searched: { words: ["China"] } });
      expect(answer.quotes.map(({ layer }) => layer)).toContain("text");
      expect(answer.quotes[0]?.text).toMatch(/Soviet/);
    },
  );

  it("tells apart what an editor alone mentions", async () => {
    const answer = await quoth.ask("Does he mention Laos or missiles?");
    expect(answer.quotes.map(({ text }) => text).join()).toMatch(/Laos/);
    expect(answer.notes).toMatchObject([
      { layer: "note", text: expect.stringMatching(/missiles/) as string },
    ]);
  });

  it("shows a line about the document as the closest, no more", async () => {
    expect(await quoth.ask("Does he mention Claflin?")).toMatchObject({
      kind: "abstention",
      closest: { layer: "metadata", text: expect.stringMatching(/Claflin/) as string },
    });
  });

  it("shows each of several things that are there", async () => {
    const answer = await quoth.ask("Does he mention Laos or Batista?");
    expect(answer).not.toHaveProperty("searched");
    const shown = answer.quotes.map(({ text }) => text).join("\n");
    expect(shown).toMatch(/Laos/);
    expect(shown).toMatch(/Batista/);
  });

  it.each([
    ["Does he mention the U.S.?", /United States/],
    ["Does he mention the US?", /United States/],
    ["Does he mention Cuba?", /Cuba/],
    ["Does he mention Kennedy?", /Kennedy/],
  ])("%s: where the author's own words have it", async (question, words) => {
    const { quotes } = await quoth.ask(question);
    expect(quotes.length).toBeGreaterThan(0);
    for (const { layer, text } of quotes) {
      expect(layer).toBe("text");
      expect(text).toMatch(words);
    }
  });

  it.each([
    "Does he mention U.S. policy?",
    "Which countries are mentioned?",
    "What countries does he mention?",
    "Does he mention any general?",
    "Does he mention Claflin?",
  ])("%s: no line about the document is an answer, nor a word of another sense", async (question) => {
    const answer = await quoth.ask(question);
    for (const { layer, text } of answer.quotes) {
      expect(["text", "note"]).toContain(layer);
      expect(text).not.toMatch(/general peace/);
    }
  });

  it("shows where the one is addressed to whom it is written", async () => {
    const { quotes } = await quoth.ask("Did he mention Khrushchev?");
    expect(quotes.map(({ reference }) => reference)).toEqual(["jfk-1961-04-18:opener"]);
  });
});

describe("what is said about a thing", () => {
  it.each([
    ["What does he say about Cuba?", /Cuba/],
    ["What does he think of Cuba?", /Cuba/],
    ["What does Kennedy say about the struggle?", /struggle/],
  ])("%s: the author says it, no editor", async (question, words) => {
    const { kind, quotes } = await quoth.ask(question);
    expect(kind).toBe("answer");
    expect(quotes[0]?.text).toMatch(words);
    for (const { layer } of quotes) expect(layer).toBe("text");
  });

  it.each(["What does the note say about Cuba?", "What does the archive say about the invasion of Cuba?"])(
    "%s: an editor who is asked answers",
    async (question) => {
      expect((await quoth.ask(question)).quotes[0]?.layer).toBe("note");
    },
  );

  it("is an editor's where nobody else says it", async () => {
    expect((await quoth.ask("What does he say about missiles?")).quotes[0]?.reference).toBe(
      "jfk-1961-04-18:note.B",
    );
  });
});
