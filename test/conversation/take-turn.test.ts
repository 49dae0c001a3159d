import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationAt } from "../../src/conversation/chat/conversation-at.js";
import {
  type ConversationState,
  NEW_CONVERSATION,
  parseConversationState,
} from "../../src/conversation/chat/conversation-state.js";
import { takeTurn } from "../../src/conversation/chat/take-turn.js";
import { type Turn, turnSchema } from "../../src/conversation/chat/turn.js";
import type { OpenedQuoth } from "../../src/quoth.js";
import { openLetter } from "./letter.js";
import { quotesOf } from "./transcripts.js";

const WORK = "jfk-1961-04-18";

let quoth: OpenedQuoth;
beforeAll(async () => {
  quoth = await openLetter();
});
afterAll(() => quoth.close());

async function talk(...sayings: readonly string[]): Promise<{ turn: Turn; state: ConversationState }> {
  let now: { turn: Turn; state: ConversationState } | undefined;
  for (const said of sayings) now = await takeTurn(quoth, now?.state ?? NEW_CONVERSATION, said);
  if (!now) throw new Error("nothing was said");
  return now;
}

const codes = (turn: Turn): readonly string[] => turn.remarks.map(({ code }) => code);
const references = (turn: Turn): readonly string[] =>
  quotesOf(turn).map(({ reference, witness }) => `${reference.slice(WORK.length + 1)}@${witness}`);

describe("takeTurn", () => {
  it("reads the whole text on, sentence by sentence, and back", async () => {
    const forwards: string[] = [];
    let { turn, state } = await talk("opener");
    while (turn.kind === "quotes") {
      forwards.push(...references(turn));
      ({ turn, state } = await takeTurn(quoth, state, "next"));
    }
    expect(codes(turn)).toEqual(["text-ends"]);
    expect(forwards).toHaveLength(24);
    const backwards: string[] = ["closer@marxists"];
    ({ turn, state } = await takeTurn(quoth, state, "before that"));
    while (turn.kind === "quotes") {
      expect(turn.repeated).toBe(true);
      backwards.push(...references(turn));
      ({ turn, state } = await takeTurn(quoth, state, "before that"));
    }
    expect(codes(turn)).toEqual(["text-begins"]);
    expect(backwards.reverse()).toEqual(forwards);
  });

  it("stays where it is when nobody asks anything", async () => {
    const before = await talk("What does he say about Laos?");
    for (const said of ["thanks", "ok", "hello!", "never mind"]) {
      const { turn, state } = await takeTurn(quoth, before.state, said);
      expect(turn).toMatchObject({ kind: "remarks", move: "courtesy" });
      expect(state).toEqual(before.state);
    }
    expect((await talk("What does he say about Laos?", "say that again")).turn).toMatchObject({
      move: "again",
      repeated: true,
      quotes: [{ reference: `${WORK}:5.3` }],
    });
  });

  it("takes back what was not meant, and asks what was", async () => {
    const laos = (await talk("What does he say about Cuba?", "No, I meant Laos")).turn;
    expect(laos).toMatchObject({ move: "follow-up", kind: "answer" });
    expect(references(laos)[0]).toBe("5.3@marxists");
    expect(references((await talk("What is this?", "Sorry, I meant: who wrote the letter?")).turn)).toEqual([
      "closer@marxists",
    ]);
  });

  it("proves the absence of a topic that follows", async () => {
    const { turn } = await talk("Does he mention Germany?", "and France?");
    expect(turn).toMatchObject({ answer: { reason: "occurs-nowhere", searched: { words: ["France"] } } });
  });

  it("asks on about the document", async () => {
    expect(references((await talk("who wrote this letter?", "when?")).turn)).toEqual(["metadata.1@marxists"]);
    expect(references((await talk("who wrote this letter?", "and to whom?")).turn)).toEqual([
      "metadata.3@ucsb",
    ]);
    expect(references((await talk("What does he say about Laos?", "who are they?")).turn)).not.toContain(
      "closer@marxists",
    );
  });

  it("explains with what stands around, and sums nothing up", async () => {
    expect((await talk("3.1", "what does that mean?")).turn).toMatchObject({
      move: "else",
      remarks: [{ code: "around" }],
    });
    expect(codes((await talk("3.1", "summarize it")).turn)).toEqual(["quotes-only"]);
    expect(codes((await talk("which editions are there?")).turn)).toEqual(["loaded"]);
  });

  it("never leaves a note", async () => {
    expect(references((await talk("note.A.1", "next")).turn)).toEqual(["note.A.2@marxists"]);
    expect(codes((await talk("note A", "next")).turn)).toEqual(["note-ends"]);
    expect(codes((await talk("note A", "previous")).turn)).toEqual(["note-begins"]);
    expect(codes((await talk("heading.2@marxists", "next")).turn)).toEqual(["line-ends"]);
    expect(references((await talk("2.1", "note A", "back to the letter")).turn)).toEqual(["2.1@marxists"]);
  });

  it("names the editions there are where one is asked for that is not", async () => {
    for (const said of ["In nope?", "the nope edition"]) {
      const before = await talk("What does he say about Laos?");
      const { turn, state } = await takeTurn(quoth, before.state, said);
      expect(codes(turn)).toEqual(["no-such-edition"]);
      expect(turn.remarks[0]?.text).toMatch(/“nope”.*marxists, ucsb, frus/);
      expect(state).toEqual(before.state);
    }
  });

  it("reads the last sentence of the paragraph it stands in, of the note, and of the text before", async () => {
    expect(references((await talk("What does he say about Laos?", "last sentence")).turn)).toEqual([
      "5.4@marxists",
    ]);
    expect(references((await talk("note.A.1", "the last sentence")).turn)).toEqual(["note.A.4@marxists"]);
    expect(references((await talk("last sentence")).turn)).toEqual(["closer@marxists"]);
  });

  it("shows another edition where it differs, and says so where it does not", async () => {
    const same = await talk("3.1", "other edition");
    expect([same.turn.kind, codes(same.turn)]).toEqual(["remarks", ["reads-the-same"]]);
    const other = await talk("6", "other edition");
    expect(references(other.turn)).toEqual(["6@ucsb", "6@frus"]);
    expect(codes(other.turn)).toEqual(["reads-otherwise", "reads-otherwise"]);
    expect(references((await takeTurn(quoth, other.state, "next")).turn)).toEqual(["closer@frus"]);
    expect(codes((await talk("opener", "in ucsb?")).turn)).toEqual(["reads-otherwise"]);
    expect(codes((await talk("note A", "other edition")).turn)).toEqual(["editions-own"]);
    expect(codes((await talk("3.1", "in marxists?")).turn)).toEqual(["same-edition"]);
  });

  it("cites and compares what was shown", async () => {
    const cited = (await talk("3.1", "cite it in bibtex")).turn;
    expect(cited.kind === "citation" && cited.citation.style).toBe("bibtex");
    const compared = (await talk("6", "compare")).turn;
    expect(compared.kind === "apparatus" && compared.apparatus.entries.length).toBeGreaterThan(0);
    expect(codes((await talk("note A", "compare")).turn)).toEqual(["editions-own"]);
  });

  it("says whose words they are", async () => {
    expect((await talk("3.1", "who is speaking?")).turn.remarks[0]?.text).toContain("John F. Kennedy");
    const note = (await talk("note A", "who said that?")).turn.remarks[0]?.text;
    expect(note).toContain("Kennedy History Archive");
    expect(note).toContain("not the author's words");
  });

  it("says that something was shown before, whichever edition it comes from", async () => {
    expect((await talk("3", "3.2")).turn.repeated).toBe(true);
    expect((await talk("3.1", "3")).turn.repeated).toBe(false);
    expect((await talk("3.1", "3.1@ucsb")).turn.repeated).toBe(true);
    expect((await talk("6.1", "6.1@ucsb")).turn.repeated).toBe(false);
    expect((await talk("3", "start over", "3.2")).turn.repeated).toBe(false);
  });

  it("refuses blank words, and keeps questions about the document", async () => {
    await expect(talk("  ")).rejects.toMatchObject({ code: "blank-question" });
    expect((await talk("who wrote it?")).turn.move).toBe("ask");
  });
});

describe("the state", () => {
  it("can be made of a button's own few facts", async () => {
    const state = conversationAt({
      work: WORK,
      reference: `${WORK}:3.1`,
      witness: "marxists",
      layer: "text",
    });
    expect(references((await takeTurn(quoth, state, "next")).turn)).toEqual(["3.2@marxists"]);
    expect(() => conversationAt({ work: WORK, reference: "../etc", witness: "x", layer: "text" })).toThrow(
      /no state/,
    );
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["another version", { version: 2, seen: [] }],
    ["more than it holds", { version: 1, seen: [], admin: true }],
    [
      "a place that is none",
      { version: 1, seen: [], place: { work: "w", witness: "x", layer: "text", paths: ["<b>"] } },
    ],
    [
      "a path with an edition",
      { version: 1, seen: [], place: { work: "w", witness: "x", layer: "text", paths: ["3@y"] } },
    ],
    ["no paths", { version: 1, seen: [], place: { work: "w", witness: "x", layer: "text", paths: [] } }],
    ["a long list", { version: 1, seen: Array.from({ length: 501 }, () => "x") }],
    ["a long question", { version: 1, seen: [], question: "x".repeat(501) }],
    ["a prototype", JSON.parse('{"version":1,"seen":[],"__proto__":{"place":1}}')],
  ])("is refused politely: %s", (_, forged) => {
    expect(() => parseConversationState(forged)).toThrow(
      expect.objectContaining({ code: "usage", remedy: expect.stringContaining("state") as string }) as Error,
    );
  });

  it("with a place that is not there any more, is refused politely by every move", async () => {
    const places = [
      { work: "no-such-work", witness: "marxists", layer: "text", paths: ["3.1"] },
      { work: WORK, witness: "nobody", layer: "text", paths: ["3.1"] },
      { work: WORK, witness: "marxists", layer: "text", paths: ["99.9"] },
      { work: WORK, witness: "marxists", layer: "text", paths: ["note.A"] },
      { work: WORK, witness: "marxists", layer: "text", paths: ["6", "1"] },
    ];
    for (const place of places) {
      const state = parseConversationState({ version: 1, seen: [], place });
      for (const said of [
        "next",
        "before",
        "context",
        "compare",
        "cite",
        "other edition",
        "who said that?",
        "where is that?",
        "the note",
        "back",
        "why?",
      ]) {
        const outcome = await takeTurn(quoth, state, said).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toMatchObject({ name: "QuothError", remedy: /./ });
        else expect(turnSchema.safeParse((outcome as { turn: Turn }).turn).success).toBe(true);
      }
    }
  });
});

describe("whatever is said in a row", () => {
  const sayings = [
    "next",
    "before that",
    "the whole paragraph",
    "note A",
    "the notes",
    "other edition",
    "in ucsb?",
    "in marxists",
    "compare",
    "cite that",
    "who is speaking?",
    "where is that?",
    "3.1",
    "6",
    "1.3@ucsb",
    "read paragraph 5",
    "next paragraph",
    "previous paragraph",
    "back to the letter",
    "anything else?",
    "say more",
    "why?",
    "and Laos?",
    "who are they?",
    "What does he say about refugees?",
    "Will the price of bread rise?",
    "Who wrote the letter?",
    "How large a part of the population left?",
    "start over",
    "help",
    "what about Berlin?",
    "heading.1",
    "99.9",
  ];

  it("quotes are slices, repeats are said, and the state survives JSON", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...sayings), { minLength: 2, maxLength: 14 }),
        async (said) => {
          let state: ConversationState = NEW_CONVERSATION;
          let shown = new Set<string>();
          for (const one of said) {
            const next = await takeTurn(
              quoth,
              parseConversationState(JSON.parse(JSON.stringify(state))),
              one,
            );
            ({ state } = next);
            turnSchema.parse(next.turn);
            expect(parseConversationState(JSON.parse(JSON.stringify(state)))).toEqual(state);
            if (next.turn.move === "restart") shown = new Set();
            const before = new Set(shown);
            for (const quote of quotesOf(next.turn)) {
              const witness = quoth.sources()[0]?.witnesses.find(({ siglum }) => siglum === quote.witness);
              expect(quote.spans.map(({ start, end }) => witness?.text.slice(start, end)).join("")).toBe(
                quote.text,
              );
              const key = `${quote.reference} ${quote.text}`;
              if (before.has(key)) {
                expect(next.turn.repeated).toBe(true);
                expect(codes(next.turn)).toContain("repeated");
              }
              shown.add(key);
            }
          }
        },
      ),
      { seed: 1961, numRuns: 60 },
    );
  });
});
