import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { NEW_CONVERSATION } from "../src/conversation/chat/conversation-state.js";
import { takeTurn } from "../src/conversation/chat/take-turn.js";
import { answerSchema, type Answer, checkSchema } from "../src/quoth.js";
import { terminalStyle } from "../src/render/terminal/style.js";
import { renderAnswer } from "../src/render/terminal/render-answer.js";
import { renderCheck } from "../src/render/terminal/render-check.js";
import { LIBRARY, openLibrary } from "./library.js";

/** The library, and a passage of many hundred words whose last sentence alone speaks of a lighthouse. */
const corpus = path.join(mkdtempSync(path.join(tmpdir(), "quoth-works-")), "corpus");
cpSync(LIBRARY, corpus, { recursive: true });
const filler = Array.from(
  { length: 120 },
  (_, at) => `On day ${at + 1} the crew mended sails, counted barrels of salted fish and wrote up the log.`,
).join(" ");
const LAST = "The lighthouse keeper of Fastnet married a violinist from Vienna.";
cpSync(path.join(corpus, "gettysburg"), path.join(corpus, "voyage"), { recursive: true });
writeFileSync(
  path.join(corpus, "voyage", "text.txt"),
  `${filler} ${LAST}\n\nDear brother, send the compass at once.`,
);
writeFileSync(
  path.join(corpus, "voyage", "work.yaml"),
  'id: voyage\ntitle: A Voyage\nauthor: [Ann Author, Bob Writer]\ndate: 1900\nwitnesses:\n  - {siglum: only, file: text.txt, format: plain, voices: {"2": Captain Smith}}\n',
);
afterAll(() => rmSync(path.dirname(corpus), { recursive: true, force: true }));

const quoth = openLibrary(corpus);
const PLAIN = terminalStyle(false, 100);
const ask = async (question: string, scope = {}): Promise<Answer> =>
  answerSchema.parse(await quoth().ask(question, scope));
const authorsOf = ({ quotes }: Answer): readonly (string | undefined)[] => [
  ...new Set(quotes.map(({ author }) => author)),
];

describe("several authors", () => {
  it("are never merged: every quote of an answer is of one author and voice", async () => {
    for (const question of [
      "What is liberty?",
      "What does he say about war and peace?",
      "Who is a constant victim of injustice?",
      "What should be done for widows and orphans?",
      "Were all men created equal?",
      "What was needed at a time like this?",
    ]) {
      const answer = await ask(question);
      expect(authorsOf(answer).length, question).toBeLessThanOrEqual(1);
      expect(new Set(answer.quotes.map(({ voice }) => voice)).size).toBeLessThanOrEqual(1);
    }
  });

  it("are asked alone where the question names one as speaker", async () => {
    const answer = await ask("What does Lincoln say about malice and charity?");
    expect(answer.quotes[0]?.reference).toMatch(/^second-inaugural:2/);
    const other = await ask("What does Douglass say about malice and charity?");
    for (const { work } of other.quotes) expect(work).toBe("fourth-of-july");
    const absent = await ask("Does Douglass mention Khrushchev?");
    expect(absent).toMatchObject({ kind: "abstention", searched: { works: ["fourth-of-july"] } });
  });

  it("are narrowed by scope", async () => {
    const question = "What does the speech say about a nation?";
    const closest = (answer: Answer): string | undefined =>
      (answer.quotes[0] ?? (answer.kind === "abstention" ? answer.closest : undefined))?.work;
    expect(closest(await ask(question, { author: "douglass" }))).toBe("fourth-of-july");
    expect(closest(await ask(question, { before: "1864", after: "1860" }))).toBe("gettysburg");
    expect(closest(await ask(question, { work: ["second-inaugural", "meditations"] }))).toBe(
      "second-inaugural",
    );
    expect(
      (await quoth().quote("nation", { author: "Lincoln" })).quotes.map(({ work }) => work),
    ).not.toContain("fourth-of-july");
    expect((await quoth().find("day", { before: "1853" })).hits).not.toHaveLength(0);
    expect(
      await quoth()
        .find("day", { after: "1901" })
        .catch((e: unknown) => e),
    ).toMatchObject({
      code: "unknown-work",
    });
    expect(
      quoth()
        .works({ author: "Aurelius" })
        .map(({ id }) => id),
    ).toEqual(["meditations"]);
  });

  it("of one work are two names, and either finds it", async () => {
    expect(quoth().works({ author: "writer" })).toMatchObject([{ author: "Ann Author and Bob Writer" }]);
    const { quotes } = await quoth().quote("voyage:1.1");
    expect(quotes[0]).toMatchObject({
      author: "Ann Author and Bob Writer",
      voice: "Ann Author and Bob Writer",
    });
  });

  it("leave a reference without a work to the preferred one", async () => {
    expect((await quoth().quote("1.1", { prefer: "gettysburg" })).quotes.map(({ work }) => work)).toEqual([
      "gettysburg",
    ]);
    expect((await quoth().quote("meditations:1", { prefer: "gettysburg" })).quotes[0]?.work).toBe(
      "meditations",
    );
    expect((await quoth().quote("1.1", { prefer: "gone" })).quotes.length).toBeGreaterThan(3);
  });
});

describe("a question about the document", () => {
  it("has to say which; in a conversation it is the one last shown", async () => {
    const answer = await ask("When was it written?");
    expect(answer).toMatchObject({ kind: "abstention", reason: "which-work" });
    expect(answer.kind === "abstention" && answer.works).toHaveLength(6);
    expect(renderAnswer(answer, PLAIN)).toMatch(/does not say which of them it means\.\nName one/);
    const named = await ask("Who wrote the Gettysburg Address?");
    expect(named).toMatchObject({
      kind: "abstention",
      reason: "not-in-source",
      declared: { work: "gettysburg", authors: ["Abraham Lincoln"], date: "1863-11-19" },
    });
    expect(renderAnswer(named, PLAIN)).toMatch(
      /not in its text: “Address at Gettysburg”, by Abraham Lincoln/,
    );
    const { state } = await takeTurn(quoth(), NEW_CONVERSATION, "gettysburg:1");
    const { turn } = await takeTurn(quoth(), state, "who is speaking?");
    expect(turn.remarks[0]?.text).toBe("These are the words of Abraham Lincoln: the author's own text.");
    const asked = (await takeTurn(quoth(), state, "When was the speech written?")).turn;
    if (asked.kind !== "answer") throw new Error(asked.kind);
    expect(asked.answer).not.toMatchObject({ reason: "which-work" });
  });
});

describe("a translation", () => {
  it("says that it is one, in every form", async () => {
    const answer = await ask("Whom shall I meet with in the morning?");
    const [quote] = answer.quotes;
    expect(quote).toMatchObject({
      reference: "meditations:1.1",
      translation: { translator: "George Long", language: "en" },
    });
    expect(quote?.citation).toContain("translated by George Long");
    expect(renderAnswer(answer, PLAIN)).toContain("translated by George Long");
    const check = checkSchema.parse(await quoth().verify("Begin the morning by saying to thyself"));
    expect(renderCheck(check, PLAIN)).toContain("The words are translated by George Long.");
    const { state } = await takeTurn(quoth(), NEW_CONVERSATION, "meditations:1");
    const { turn } = await takeTurn(quoth(), state, "who is speaking?");
    expect(turn.remarks[0]?.text).toContain("translated by George Long");
  });

  it("answers where the model does not serve the original, which is not searched", async () => {
    const answer = await ask("Whose death was an account asked of?", { work: "pliny-vesuvius" });
    for (const { witness } of answer.quotes) expect(witness).toBe("melmoth");
    const latin = await ask("Whose death was it?", { work: "pliny-vesuvius", witness: "latin" });
    expect(latin).toMatchObject({ kind: "abstention", reason: "language", unserved: ["la"] });
    expect(renderAnswer(latin, PLAIN)).toContain("What is in Latin was not searched");
    expect((await quoth().find("gloriam")).total).toBe(1);
    expect(await quoth().verify("quo verius tradere posteris possis")).toMatchObject({ verdict: "exact" });
    await expect(quoth().compare("pliny-vesuvius:1@melmoth")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a voice in the text", () => {
  it("is quoted, filtered and verified as itself", async () => {
    const { quotes } = await quoth().quote("voyage:2");
    expect(quotes[0]).toMatchObject({ voice: "Captain Smith", author: "Ann Author and Bob Writer" });
    expect((await quoth().find("compass", { voice: "smith" })).total).toBe(1);
    expect((await quoth().find("compass", { voice: "Author" })).total).toBe(0);
    const check = await quoth().verify("send the compass at once", { voice: "Ann Author" });
    expect(check).toMatchObject({
      verdict: "exact",
      voice: "Captain Smith",
      explanations: ["another-voice"],
    });
    expect(renderCheck(check, PLAIN)).toContain("It is Captain Smith who says this, not the voice");
    const own = await quoth().verify("send the compass at once", { voice: "Smith" });
    expect(own.explanations).toEqual([]);
    expect(renderCheck(own, PLAIN)).toContain("Captain Smith says this.");
  });
});

describe("a passage longer than the model's window", () => {
  it("is searched to its last sentence", async () => {
    const answer = await ask("Whom did the lighthouse keeper marry?", { work: "voyage" });
    expect(answer.quotes[0]?.text).toBe(LAST);
  });
});
