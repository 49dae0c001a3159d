import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMove } from "../../src/conversation/chat/read-move.js";
import type { OpenedQuoth } from "../../src/quoth.js";
import { openLetter } from "./letter.js";

let quoth: OpenedQuoth;
beforeAll(async () => {
  quoth = await openLetter();
});
afterAll(() => quoth.close());

const kindOf = (said: string): string | undefined => readMove(said, quoth.sources(), "3")?.kind;

describe("readMove", () => {
  it.each<[string, readonly string[]]>([
    [
      "next",
      [
        "what comes next?",
        "next",
        "Next!",
        "go on",
        "more",
        "continue",
        "and then?",
        "nxt",
        "contineu",
        "what comes next pls",
        "the next sentence",
        "keep reading",
        "What follows it?",
        "after that",
        "could you please go on",
        "WHAT’S NEXT",
      ],
    ],
    [
      "courtesy",
      [
        "thanks",
        "Thank you!",
        "ok",
        "cool, thanks a lot!",
        "hello",
        "no",
        "never mind",
        "Summarize the letter",
        "translate it into Spanish",
        "cite it in xyz style",
      ],
    ],
    ["again", ["say that again", "repeat that", "again?", "once more, please", "what was that?"]],
    ["works", ["which editions are there?", "What works do you have?", "editions"]],
    ["help", ["who are you?", "what is this?", "help me"]],
    ["place", ["which edition is this?", "are you sure?", "really?", "is that true?"]],
    ["voice", ["did he really say that?", "is that a direct quote?", "are those his own words?"]],
    ["compare", ["compare with ucsb", "compare it to the other edition"]],
    [
      "read",
      ["read the letter", "from the start", "go back to the start", "the beginning of the letter", "the end"],
    ],
    ["else", ["what does that mean?", "explain it"]],
    [
      "previous",
      [
        "before that",
        "previous",
        "what precedes it?",
        "what comes before?",
        "and before that?",
        "prevous",
        "the sentence before",
        "the previous one please",
      ],
    ],
    [
      "paragraph",
      [
        "the whole paragraph",
        "full paragraph",
        "context",
        "show me the full context",
        "whole paragrpah",
        "the entire passage",
        "give me the context of that",
        "the paragraph",
      ],
    ],
    [
      "note",
      [
        "what does note A say?",
        "show the note",
        "show the notes",
        "the footnote",
        "note [B]",
        "what do the notes say?",
        "Footnote?",
        "read note a please",
        "any notes?",
      ],
    ],
    [
      "edition",
      [
        "how does the other edition put it?",
        "other edition",
        "in ucsb?",
        "and in the other one?",
        "the UCSB version",
        "how does the American Presidency Project put it",
        "what does marxists have?",
        "otehr edition",
        "In nope?",
        "in the nope edition?",
        "what does the nope version say?",
      ],
    ],
    [
      "compare",
      [
        "compare",
        "compare them",
        "how do the editions differ?",
        "what are the differences?",
        "compare the editions",
      ],
    ],
    [
      "cite",
      [
        "cite that",
        "cite it in MLA",
        "in APA?",
        "how do I cite this?",
        "bibtex",
        "as chicago",
        "cite it in Chicago style please",
        "citation",
        "give me the bibtex entry",
      ],
    ],
    [
      "voice",
      ["who is speaking?", "who said that?", "Who's speaking", "whose words are these?", "who wrote that"],
    ],
    ["place", ["where is that?", "where is this from?", "which paragraph is that?", "where does that stand"]],
    ["restart", ["start over", "restart", "new conversation", "OK, start again please"]],
    [
      "read",
      [
        "3.2",
        "read paragraph 4",
        "paragraph 5 sentence 3",
        "note.A",
        "3.1-2@ucsb",
        "the second paragraph",
        "jfk-1961-04-18:3.1",
        "sentence 2",
        "¶4",
        "opener",
        "read from the beginning",
        "sentence 2 of paragraph 3",
        "show me 4.1",
        "last sentence",
        "the last sentence of the paragraph",
        "show me the final sentence",
      ],
    ],
    [
      "else",
      [
        "anything else?",
        "say more",
        "what else",
        "is that all he says about it?",
        "tell me more",
        "is there anything more?",
        "not what I asked",
      ],
    ],
    ["help", ["help", "?", "hello? help", "what can I ask?"]],
    ["quit", ["quit", "exit", "bye", "Quit.", "that's all, thanks"]],
    ["back", ["back to the letter", "go back", "back to the text please"]],
  ])("%s", (kind, sayings) => {
    expect(sayings.filter((said) => kindOf(said) !== kind)).toEqual([]);
  });

  it.each([
    "What comes next after the refugees fled?",
    "Who is speaking of freedom in Laos?",
    "What does the note say about the population of Cuba?",
    "more refugees?",
    "and Laos?",
    "why?",
    "who are they?",
    "Will the United States invade Cuba?",
    "Where did the refugees go?",
    "What did the United States do before that war?",
    "text",
    "cuba",
    "Compare Cuba and Laos",
    "What does he say from the start of the war?",
    "thanks to whom?",
    "in Germany?",
    "and in laos?",
    "In which edition?",
    "in this edition?",
    "What is the last sentence about Laos?",
    "no intervention",
    "Who are the refugees?",
    "Was it before the revolution?",
    "",
    "   ",
    "!!!",
  ])("leaves %j to the source", (said) => {
    expect(kindOf(said)).toBeUndefined();
  });

  it("reads labels, styles, editions and references", () => {
    const read = (said: string): unknown => readMove(said, quoth.sources(), "3");
    expect(read("what does note B say")).toEqual({ kind: "note", label: "b", all: false });
    expect(read("show the notes")).toEqual({ kind: "note", all: true });
    expect(read("cite it in MLA")).toEqual({ kind: "cite", style: "mla" });
    expect(read("cite that")).toEqual({ kind: "cite", style: "chicago-note" });
    expect(read("chicago bibliography")).toEqual({ kind: "cite", style: "chicago-bibliography" });
    expect(read("in UCSB?")).toEqual({ kind: "edition", witness: "ucsb" });
    expect(read("other edition")).toEqual({ kind: "edition" });
    expect(read("sentence 2")).toEqual({ kind: "read", reference: "3.2" });
    expect(readMove("sentence 2", quoth.sources(), "note.A.3")).toEqual({
      kind: "read",
      reference: "note.A.2",
    });
    expect(read("sentence 2 of paragraph 5")).toEqual({ kind: "read", reference: "5.2" });
    expect(read("next paragraph")).toEqual({ kind: "next", unit: "paragraph" });
  });

  it("bears whatever is said, quickly", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (said) => {
        readMove(said, quoth.sources());
      }),
      { seed: 6, numRuns: 500 },
    );
    for (const said of [
      "next ".repeat(1e5),
      "-".repeat(1e5),
      ".".repeat(119),
      "and ".repeat(29),
      " ".repeat(1e5),
    ])
      expect(() => readMove(said, quoth.sources())).not.toThrow();
  });
});
