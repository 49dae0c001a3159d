import { describe, expect, it } from "vitest";
import { structureAnswer } from "../../src/retrieval/structure-question.js";
import { collectUnits, type Unit } from "../../src/retrieval/unit.js";
import { letter } from "../edition/letter.js";

const works = [letter()];
const units = collectUnits(works);
const unitsFor = (question: string): readonly number[] | undefined => {
  const answer = structureAnswer(question, units, works);
  return answer?.kind === "units" ? answer.units : undefined;
};
/** Kinds of the units that answer, best first. */
const kinds = (question: string): readonly string[] | undefined =>
  unitsFor(question)?.map((at) => (units[at] as Unit).passage.kind);

describe("questions about the document", () => {
  const asked: Readonly<Record<string, readonly string[]>> = {
    closer: [
      "Who wrote this?",
      "Who wrote the letter?",
      "who is the author",
      "Who is the author of this letter?",
      "Who signed it?",
      "Who signed the letter?",
      "whose letter is this?",
      "Who sent this message?",
      "By whom was it written?",
      "How does it end?",
      "How does he sign off?",
    ],
    addressee: [
      "Who is the letter addressed to?",
      "To whom is it addressed?",
      "who was it sent to?",
      "Who received the letter?",
      "Who is the recipient?",
      "To whom did Kennedy write?",
      "Who was Kennedy writing to?",
    ],
    "source-note": ["Where was it printed?", "where else was the letter printed"],
    dateline: [
      "When was it written?",
      "when was this letter sent?",
      "What is the date of the letter?",
      "What is the letter's date?",
      "date?",
      "What day was it written?",
      "In which year was it written?",
      "When did Kennedy write this?",
      "How old is this letter?",
      "how old is the letter",
      "How old is it?",
      "How old is Kennedy's letter?",
      "Where was it written?",
      "Where was this letter sent from?",
    ],
    provenance: ["Who published it?", "Which edition is this from?"],
    opener: [
      "What are the first words?",
      "How does the letter begin?",
      "What is the salutation?",
      "How does it open?",
      "What greeting does he use?",
    ],
    heading: [
      "What is the title?",
      "What is the heading of the page?",
      "what title did the editors give it?",
    ],
  };
  for (const [kind, questions] of Object.entries(asked)) {
    it.each(questions)(`${kind}: %s`, (question) => expect(kinds(question)?.[0]).toBe(kind));
  }

  it("takes the edition that was named first", () => {
    const first = (question: string): string | undefined => {
      const [at] = unitsFor(question) ?? [];
      return at === undefined ? undefined : units[at]?.witness.siglum;
    };
    expect(first("What title does ucsb give?")).toBe("ucsb");
    // "The" is in the name of a project, and no name.
    expect(first("When was the letter written?")).toBe("marxists");
    expect(first("What title does the Kennedy History Archive give?")).toBe("marxists");
  });

  it("takes the title of an edition before that of its site", () => {
    const [at] = unitsFor("What is the title?") ?? [];
    expect(at === undefined ? "" : units[at]?.sentences.join(" ")).toBe("The U.S. will not invade Cuba");
  });

  it.each(["Who are they?", "who are you", "Who?", "Who is there?"])("is none: %s", (question) => {
    expect(structureAnswer(question, units, works)).toBeUndefined();
  });

  it("asks a place of a line that names one", () => {
    const [at] = unitsFor("Where was it written?") ?? [];
    expect(at === undefined ? "" : units[at]?.sentences.join(" ")).toMatch(/^Washington/);
  });
});

describe("questions about anything else", () => {
  it.each([
    "Who signed the treaty?",
    "When did Castro come to power?",
    "Who fled from Cuba?",
    "When did the refugees leave?",
    "Where are the refugees from?",
    "Who fought alongside Castro?",
    "Who is Dr. Castro?",
    "When will the tests be banned?",
    "What is the date of the invasion?",
    "Who wrote the Constitution?",
    "To whom should the regime answer?",
    "Where was Kennedy born?",
    "When was Kennedy shot?",
    "How old is Kennedy?",
    "How old was he when he wrote this letter?",
    "How old is the president?",
    "How old is the author of this letter?",
    "Who is the author of War and Peace?",
    "What does the letter say about Laos?",
    "How does the revolution begin?",
    "What is the title of the treaty?",
    "Does the United States intend to invade Cuba?",
    "",
    "?",
    "who ".repeat(20),
  ])("%j is none", (question) => expect(kinds(question)).toBeUndefined());
});
