import { describe, expect, it } from "vitest";
import type { ChatPort } from "../../src/conversation/chat/chat-port.js";
import { type ConversationState, NEW_CONVERSATION } from "../../src/conversation/chat/conversation-state.js";
import { takeTurn } from "../../src/conversation/chat/take-turn.js";
import type { Turn } from "../../src/conversation/chat/turn.js";
import { createQuoth } from "../../src/conversation/create-quoth.js";
import { buttonId, parseButtonId } from "../../src/render/discord/button-state.js";
import { buildQuotationIndex } from "../../src/edition/verification/quotation-index.js";
import { createLexicon } from "../../src/retrieval/searcher.js";
import { suggestPassages } from "../../src/retrieval/suggest.js";
import { workOfBlocks, type Written } from "../edition/made-up-blocks.js";
import { quotesOf } from "./transcripts.js";

const SOLILOQUY =
  "[56] To be, or not to be, that is the question:\nWhether ’tis nobler in the mind to suffer\nThe slings and arrows of outrageous fortune,";
const scene = (soliloquy: string): Written[] => [
  { words: "Scene 1", layer: "heading", kind: "heading", division: ["3", "1"] },
  { words: soliloquy, verse: true, voice: "Hamlet", division: ["3", "1"] },
  { words: "OPHELIA", layer: "metadata", kind: "byline", division: ["3", "1"] },
  {
    words: "Good my lord,\nHow does your honour for this many a day?",
    verse: true,
    voice: "Ophelia",
    division: ["3", "1"],
  },
  { words: "Speak the speech, I pray you.", verse: true, voice: "Hamlet", division: ["3", "2"] },
];
const [first = "", ...rest] = SOLILOQUY.split("\n");
const hamlet = workOfBlocks({
  id: "hamlet",
  title: "Hamlet",
  authors: ["William Shakespeare"],
  levels: ["act", "scene", "line"],
  witnesses: [
    { written: scene(SOLILOQUY) },
    // The second edition breaks the speech in two and reads another word.
    {
      written: scene(first).flatMap((block, at) =>
        at === 1 ? [block, { ...block, words: rest.join("\n").replace("nobler", "Nobler far") }] : [block],
      ),
    },
  ],
});
const lexicon = createLexicon([hamlet]);
const quoth: ChatPort & ReturnType<typeof createQuoth> = {
  ...createQuoth({
    holdings: {
      lexicon,
      quotations: () => buildQuotationIndex([hamlet]),
      searcher: () => Promise.reject(new Error("nothing is asked here")),
    },
    refresh: () => Promise.resolve(undefined),
    point: "default",
    close: () => Promise.resolve(),
  }),
  sources: () => [hamlet],
};

async function talk(...sayings: readonly string[]): Promise<Turn> {
  let state: ConversationState = NEW_CONVERSATION;
  let turn: Turn | undefined;
  for (const said of sayings) ({ turn, state } = await takeTurn(quoth, state, said));
  if (!turn) throw new Error("nothing was said");
  return turn;
}
const shown = async (...sayings: readonly string[]): Promise<readonly string[]> =>
  quotesOf(await talk(...sayings)).map(({ reference }) => reference.slice("hamlet:".length));

describe("a conversation about a play", () => {
  it("reads lines by number and by the names of levels", async () => {
    expect(await shown("3.1.57")).toEqual(["3.1.57"]);
    expect(await shown("act 3, scene 1, lines 57–58")).toEqual(["3.1.57-58"]);
    expect(await shown("read line 58 of scene 1 of act III")).toEqual(["3.1.58"]);
    expect(await shown("3.1.56", "line 58")).toEqual(["3.1.58"]);
    expect(await shown("3.1.56", "scene 2")).toEqual(["3.2.1"]);
    expect(await shown("act 3")).toHaveLength(3);
    expect((await quoth.quote("act 3 scene 1 line 57")).quotes[0]?.reference).toBe("hamlet:3.1.57");
  });

  it("goes on from line to line and from speech to speech", async () => {
    expect(await shown("3.1.58", "next")).toEqual(["3.1.59"]);
    expect(await shown("3.1.57", "before that")).toEqual(["3.1.56"]);
    expect(await shown("3.1.57", "the whole passage")).toEqual(["3.1.56-58"]);
    expect(await shown("3.1.57", "the whole passage", "the next speech")).toEqual(["3.1.59-60"]);
    expect((await talk("3.1.60", "who is speaking?")).remarks[0]?.text).toBe(
      "These are the words of Ophelia: a voice in the work of William Shakespeare.",
    );
    expect((await talk("3.1.60", "cite that")).kind).toBe("citation");
  });

  it("compares editions that divide a speech otherwise, line by line", async () => {
    const { entries } = await quoth.compare("3.1");
    expect(entries.map(({ reference, readings }) => [reference, readings[0]?.text])).toEqual([
      ["hamlet:3.1.57", "Nobler far in"],
    ]);
    const turn = await talk("3.1.57", "how does the other edition put it?");
    expect(turn.remarks.map(({ code }) => code)).toEqual(["reads-otherwise"]);
    expect((await quoth.find("slings and arrows")).total).toBe(1);
  });

  it("suggests lines, cites them, proves them, and fits them into buttons", async () => {
    expect(suggestPassages(lexicon, "3.1.5", 9).map(({ value }) => value)).toEqual([
      "hamlet:3.1.56",
      "hamlet:3.1.57",
      "hamlet:3.1.58",
      "hamlet:3.1.59",
    ]);
    expect((await quoth.cite("3.1.56-58", "mla")).items?.[0]?.text).toContain("act 3, scene 1, lines 56–58");
    expect((await quoth.cite("3.1.57", "tei")).citation).toContain('unit="line"');
    const receipt = JSON.parse((await quoth.cite("3.1.56-58", "receipt")).citation) as unknown;
    expect(await quoth.checkReceipt(receipt)).toMatchObject({ valid: true });
    const { quotes } = await quoth.show("3.1");
    for (const quote of quotes) {
      const id = buttonId(quote, "whole");
      expect(id?.length).toBeLessThanOrEqual(100);
      expect(parseButtonId(id ?? "")?.path).toBe(quote.reference.slice("hamlet:".length));
      expect((await quoth.show(`${quote.reference}@${quote.witness}`)).quotes).toEqual([quote]);
    }
  });

  it("verifies a quotation that runs over two speeches' lines, in its voice", async () => {
    const check = await quoth.verify("The slings and arrows of outrageous fortune", { voice: "Ophelia" });
    expect(check).toMatchObject({ voice: "Hamlet", explanations: ["another-voice"] });
    expect(check.reference).toBe("hamlet:3.1.58");
  });
});
