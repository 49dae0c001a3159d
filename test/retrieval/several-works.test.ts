import { beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../src/edition/work.js";
import { namedAuthors } from "../../src/retrieval/named-authors.js";
import { readQuestion } from "../../src/retrieval/question.js";
import { servesLanguage } from "../../src/retrieval/serves-language.js";
import { structureAnswer } from "../../src/retrieval/structure-question.js";
import { collectUnits } from "../../src/retrieval/unit.js";
import { worksMeant } from "../../src/retrieval/works-meant.js";
import { letter } from "../edition/letter.js";
import { workOfBlocks } from "../edition/made-up-blocks.js";
import { libraryWorks } from "../library.js";

let works: readonly Work[] = [];
beforeAll(async () => {
  works = [...(await libraryWorks()), letter()];
});
const idsOf = (some: readonly Work[] | undefined): readonly string[] | undefined => some?.map(({ id }) => id);

describe("authors that a question names", () => {
  const LINCOLN = ["gettysburg", "second-inaugural"];
  it.each([
    "What does Lincoln say about the war?",
    "what does lincoln think of liberty",
    "According to Abraham Lincoln, what were we dedicated to?",
    "What is Lincoln's view of liberty?",
    "Lincoln on malice",
    "Does Lincoln ever mention Douglass?",
  ])("speak: %s", (question) => {
    const named = namedAuthors(question, works);
    expect([named?.speak, idsOf(named?.works)]).toEqual([true, LINCOLN]);
  });
  it.each(["Who shot Lincoln?", "Was Lincoln a tyrant?"])("may be what it is about: %s", (question) => {
    expect(namedAuthors(question, works)).toMatchObject({ speak: false });
  });
  it("are none where none is named, or only one author is loaded", () => {
    expect(namedAuthors("What is the Fourth of July?", works)).toBeUndefined();
    expect(namedAuthors("What does Kennedy say about Cuba?", [letter()])).toBeUndefined();
  });
  it("weigh as words where they do not speak", () => {
    const names = (some: readonly Work[]): readonly string[] =>
      readQuestion("Who shot Lincoln?", some).content.map(({ norm }) => norm);
    expect(names(works)).toContain("lincoln");
    expect(names(works.filter(({ authors }) => authors[0] === "Abraham Lincoln"))).not.toContain("lincoln");
  });
});

describe("questions about the document among several", () => {
  const answer = (question: string): ReturnType<typeof structureAnswer> =>
    structureAnswer(question, collectUnits(works), works);
  it("are answered of the work that is named, or the only one of its kind", () => {
    for (const question of ["Who signed Kennedy's letter?", "When was the letter to Khrushchev written?"]) {
      const found = answer(question);
      if (found?.kind !== "units") throw new Error(question);
      const units = collectUnits(works);
      expect(new Set(found.units.map((at) => units[at]?.work.id))).toEqual(new Set(["jfk-1961-04-18"]));
    }
  });
  it("ask which, where none is", () => {
    expect(answer("Who wrote it?")).toMatchObject({ kind: "which-work" });
    expect(answer("When was the letter written?")).toMatchObject({ kind: "which-work" });
  });
  it("say where the named work has no such part, and leave other questions alone", () => {
    expect(answer("Who wrote the Gettysburg Address?")).toMatchObject({
      kind: "no-part",
      work: { id: "gettysburg" },
    });
    for (const question of ["Who signed the treaty?", "Who is the slave?", "What is the Fourth of July?"])
      expect(answer(question), question).toBeUndefined();
  });
  it("find works by title, id, people and kind", () => {
    expect(idsOf(worksMeant("who wrote the gettysburg address", works))).toEqual(["gettysburg"]);
    expect(idsOf(worksMeant("when was the second inaugural given", works))).toEqual(["second-inaugural"]);
    expect(idsOf(worksMeant("who wrote to Tacitus", works))).toEqual(["pliny-vesuvius"]);
    expect(worksMeant("who wrote it", works)).toHaveLength(works.length);
  });
});

describe("units of several witnesses", () => {
  it("stand once for each language", () => {
    const [pliny] = works.filter(({ id }) => id === "pliny-vesuvius");
    const units = collectUnits(pliny ? [pliny] : []);
    expect(units.map(({ witness, passage }) => `${witness.siglum} ${passage.path}`)).toEqual([
      "latin 1",
      "melmoth 1",
    ]);
  });
  it("stand once where editions divide their lines otherwise", () => {
    const lines = ["Shall I compare thee to a summer’s day?", "Thou art more lovely and more temperate:"];
    const work = workOfBlocks({
      levels: ["line"],
      witnesses: [
        { written: [{ verse: true, words: lines.join("\n") }] },
        { written: lines.map((words) => ({ verse: true, words })) },
      ],
    });
    expect(collectUnits([work]).map(({ passage }) => passage.path)).toEqual(["1-2"]);
  });
  it("are searched in languages that the model serves", () => {
    const serves = (id: string, tag: string): boolean => servesLanguage({ id }, tag);
    for (const bundled of ["all-MiniLM-L6-v2", "quoth-minilm-sentences"])
      expect([serves(bundled, "en-GB"), serves(bundled, "la")]).toEqual([true, false]);
    expect(serves("Xenova/paraphrase-multilingual-MiniLM-L12-v2", "la")).toBe(true);
  });
});
