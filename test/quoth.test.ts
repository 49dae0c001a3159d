import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  answerSchema,
  concordanceSchema,
  open,
  type OpenedQuoth,
  type Quote,
  quoteListSchema,
  readSettings,
} from "../src/quoth.js";
import { CORPUS, LETTER } from "./edition/letter.js";
import { MODELS } from "./adapters/model.js";

let root = "";
let corpus = "";
let quoth: OpenedQuoth;
const warnings: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), "quoth-"));
  corpus = path.join(root, "corpus");
  cpSync(CORPUS, corpus, { recursive: true });
  quoth = await open({
    corpusDir: corpus,
    dataDir: path.join(root, "data"),
    modelsDir: MODELS,
    model: undefined,
    hub: "http://127.0.0.1:9",
    point: "default",
    workers: 2,
    onWarning: (text) => warnings.push(text),
  });
});
afterAll(async () => {
  await quoth.close();
  rmSync(root, { recursive: true, force: true });
});

/** Every quote's slices are its text, in the file as it is on disk; its words are no other layer's. */
function expectSliced(quotes: readonly Quote[]): void {
  for (const quote of quotes) {
    const text = readFileSync(path.join(corpus, quote.file), "utf8");
    const slices = quote.spans.map((span) => text.slice(span.start, span.end)).join("");
    if (slices !== quote.text)
      expect.fail(`${quote.reference}: ${JSON.stringify(slices)} is not ${JSON.stringify(quote.text)}`);
    const witness = quoth.sources()[0]?.witnesses.find((one) => one.siglum === quote.witness);
    const passage = witness?.passages.find((p) =>
      quote.spans.every((s) => s.start >= p.start && s.end <= p.end),
    );
    expect(passage?.layer).toBe(quote.layer);
    expect(quote.sha256).toBe(witness?.sha256);
  }
}

describe("slice identity", () => {
  it("holds for every quote of every answer", async () => {
    const questions = readFileSync(new URL("./data/letter-questions.jsonl", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { question: string }).question);
    const seen = { answer: 0, abstention: 0 };
    for (const question of questions) {
      const answer = answerSchema.parse(await quoth.ask(question));
      expect(answer.question).toBe(question);
      seen[answer.kind] += 1;
      const closest = answer.kind === "abstention" && answer.closest ? [answer.closest] : [];
      expectSliced([...answer.quotes, ...answer.notes, ...closest]);
      expect(new Set(answer.quotes.map((quote) => quote.layer)).size).toBeLessThanOrEqual(1);
      for (const quote of answer.quotes) {
        if (quote.layer === "text") expect(quote.voice).toBe("John F. Kennedy");
        else expect(quote.voice).not.toBe("John F. Kennedy");
      }
      for (const note of answer.notes) expect(note.layer).toBe("note");
    }
    expect(seen.answer).toBeGreaterThan(100);
    expect(seen.abstention).toBeGreaterThan(50);
  });

  it("holds for everything that can be looked up", async () => {
    const lists = await Promise.all([
      quoth.show(undefined),
      quoth.show(undefined, { witness: "ucsb" }),
      quoth.notes(undefined),
      quoth.show(undefined, { layers: ["text", "note", "heading", "metadata"] }),
      quoth.quote("the"),
      quoth.quote("3.1-2@ucsb"),
    ]);
    for (const list of lists) {
      expect(quoteListSchema.parse(list).quotes.length).toBeGreaterThan(0);
      expectSliced(list.quotes);
    }
    const found = concordanceSchema.parse(await quoth.find("the"));
    expectSliced(found.hits.map((hit) => hit.quote));
    for (const { quote, start, end } of found.hits)
      expect(quote.text.slice(start, end).toLowerCase()).toBe("the");
    expect(warnings).toEqual([]);
  });
});

describe("an opened corpus", () => {
  it("answers a whole question alike, asked alone or among others", async () => {
    const asked = ["What about Laos?", "Who fled?", "Who wrote it?", "What is the capital of France?"];
    const alone = [];
    for (const question of asked) alone.push(await quoth.ask(question));
    expect(await Promise.all(asked.map((question) => quoth.ask(question)))).toEqual(alone);
  });

  it("tells what comes nearest to any question, answered or not: slices, none twice, as many as are wanted", async () => {
    const asked = [
      "What about Laos?",
      "What is the capital of France?",
      "¿Quién huyó?",
      "Who wrote it?",
      "x",
    ];
    for (const question of asked) {
      const { quotes } = await quoth.nearest(question, { limit: 5 });
      expect(quotes).toHaveLength(5);
      expect(new Set(quotes.map(({ reference, witness }) => `${reference}@${witness}`)).size).toBe(5);
      for (const { file, spans, text } of quotes) {
        const whole = readFileSync(path.join(corpus, file), "utf8");
        expect(spans.map(({ start, end }) => whole.slice(start, end)).join("")).toBe(text);
      }
    }
    const [best] = (await quoth.nearest("What about Laos?")).quotes;
    expect(best).toEqual((await quoth.ask("What about Laos?")).quotes[0]);
    for (const { layer } of (await quoth.nearest("Laos", { layers: ["note"] })).quotes)
      expect(layer).toBe("note");
    expect((await quoth.nearest("?!")).quotes).toEqual([]);
  });

  it("answers notes and provenance under their own voice", async () => {
    const note = await quoth.ask("How large a part of Cuba's people leaves every year?");
    expect(note.quotes[0]).toMatchObject({
      layer: "note",
      reference: expect.stringMatching(/:note\.A/) as unknown,
      voice: "Kennedy History Archive (marxists.org)",
    });
    const source = await quoth.ask("Was the message classified?");
    expect(source.quotes[0]).toMatchObject({
      layer: "metadata",
      text: expect.stringMatching(/^No classification marking\./) as unknown,
    });
  });

  it("gives the notes of the passages that it quotes", async () => {
    const answer = await quoth.ask("How many refugees have fled from Cuba?");
    expect(answer.quotes[0]).toMatchObject({ reference: `${LETTER}:1.3`, markers: [{ label: "A" }] });
    expect(answer.notes.map((one) => one.reference)).toEqual([`${LETTER}:note.A`]);
  });

  it.each(["", " ", "\n\t\u00a0"])("refuses %j as blank", async (question) => {
    await expect(quoth.ask(question)).rejects.toMatchObject({ code: "blank-question" });
    await expect(quoth.quote(question)).rejects.toMatchObject({ code: "usage" });
    await expect(quoth.find(question)).rejects.toMatchObject({ code: "usage" });
  });

  it("never shows what its file no longer says", async () => {
    const file = path.join(corpus, LETTER, "marxists-org.txt");
    const bytes = readFileSync(file);
    await quoth.show("3.1");
    writeFileSync(file, bytes.toString("utf8").replace("intends no military", "intends a military"));
    await expect(quoth.show("3.1")).rejects.toMatchObject({ code: "corpus-damaged" });
    await expect(quoth.ask("Will the United States invade Cuba?")).rejects.toMatchObject({
      code: "corpus-damaged",
    });
    rmSync(file);
    await expect(quoth.show("3.1")).rejects.toMatchObject({ code: "corpus-missing" });
    writeFileSync(file, bytes);
    expect((await quoth.show("3.1")).quotes).toHaveLength(1);
    expect((await quoth.ask("Will the United States invade Cuba?")).kind).toBe("answer");
  });

  it("takes up a new work, and goes on quoting the others while one is damaged or gone", async () => {
    const folder = path.join(corpus, "gettysburg");
    const declare = (yaml: string) => writeFileSync(path.join(folder, "work.yaml"), yaml);
    mkdirSync(folder);
    writeFileSync(
      path.join(folder, "text.txt"),
      "Four score and seven years ago our fathers brought forth a new nation.\n",
    );
    // Half copied: the text is there, its declaration is not yet whole.
    declare("id: gettysburg\ntitle: [");
    const { length } = warnings;
    expect((await quoth.ask("Will the United States invade Cuba?")).kind).toBe("answer");
    expect(warnings.slice(length)).toEqual([expect.stringMatching(/work\.yaml/)]);
    declare(
      "id: gettysburg\ntitle: Address\nauthor: Abraham Lincoln\nwitnesses:\n  - {siglum: bliss, file: text.txt, format: plain}\n",
    );
    const asked = "What did our fathers bring forth seven years ago?";
    expect((await quoth.ask(asked)).quotes[0]).toMatchObject({
      work: "gettysburg",
      voice: "Abraham Lincoln",
    });
    const [kept] = readdirSync(path.join(root, "data"));
    rmSync(folder, { recursive: true });
    expect((await quoth.ask(asked)).quotes.every((quote) => quote.work === LETTER)).toBe(true);
    const left = readdirSync(path.join(root, "data"));
    expect(left).toHaveLength(1);
    expect(left).not.toContain(kept);
    warnings.length = length;
  });

  it("takes up a changed declaration", async () => {
    const file = path.join(corpus, LETTER, "work.yaml");
    const yaml = readFileSync(file, "utf8");
    writeFileSync(file, yaml.replace('"John F. Kennedy"', '"J. F. K."'));
    expect((await quoth.show("3.1")).quotes[0]?.voice).toBe("J. F. K.");
    writeFileSync(file, yaml);
    expect((await quoth.show("3.1")).quotes[0]?.voice).toBe("John F. Kennedy");
  });
});

describe("settings", () => {
  it("come from options, then the environment, then the defaults", () => {
    const none = readSettings({}, {});
    expect(none).toMatchObject({ model: undefined, point: "default", hub: "https://huggingface.co" });
    expect(path.basename(none.corpusDir)).toBe("corpus");
    expect(
      readSettings(
        {},
        { QUOTH_CORPUS: "", QUOTH_DATA: "", QUOTH_HUB: "", QUOTH_MODEL: "", QUOTH_STRICTNESS: "" },
      ),
    ).toEqual(none);
    expect(
      readSettings({ corpus: "/a" }, { QUOTH_CORPUS: "/b", QUOTH_DATA: "/c", QUOTH_STRICTNESS: "strict" }),
    ).toMatchObject({ corpusDir: "/a", dataDir: "/c", point: "strict", modelsDir: none.modelsDir });
    expect(() => readSettings({}, { QUOTH_STRICTNESS: "lax" })).toThrow(/QUOTH_STRICTNESS/);
  });
});
