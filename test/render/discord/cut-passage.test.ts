import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutPassage } from "../../../src/render/discord/cut-passage.js";
import { cutSentence } from "../../../src/render/discord/cut-sentence.js";
import { escapedLength } from "../../../src/render/discord/escape-markdown.js";
import { hostileText } from "./hostile-text.js";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

describe("cutPassage", () => {
  test("leaves alone what fits", () => {
    expect(cutPassage("One. Two.", 20, escapedLength, 5)).toEqual({ pieces: ["One. Two."] });
  });

  test("cuts after the last whole sentence that fits, and not after an abbreviation", () => {
    const text = "I met Dr. Castro. He spoke for hours. Nobody left.";
    const cut = cutPassage(text, 30, escapedLength, 5);
    expect(cut.pieces).toEqual(["I met Dr. Castro. "]);
    expect(text.slice(cut.rest?.at)).toBe("He spoke for hours. Nobody left.");
  });

  test("cuts where the edition says that sentences begin, and names the rest by its reference", () => {
    const breaks = [
      { at: 0, reference: "3.1-2" },
      { at: 5, reference: "3.2" },
    ];
    expect(cutPassage("aaaa bbbb", 6, escapedLength, 5, breaks)).toEqual({
      pieces: ["aaaa "],
      rest: { at: 5, reference: "3.2" },
    });
  });

  test("spreads a single sentence that is too long, at most over so many pieces", () => {
    const sentence = `${"word ".repeat(20)}end. Next one.`;
    const cut = cutPassage(sentence, 30, escapedLength, 2);
    expect(cut.pieces).toHaveLength(2);
    expect(cut.rest?.at).toBe(cut.pieces.join("").length);
    const whole = cutPassage(sentence, 30, escapedLength, 9);
    expect(sentence.slice(whole.rest?.at)).toBe("Next one.");
  });

  test("whatever the text, the pieces are its beginning and keep within the room", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 40, max: 120 }), (text, room) => {
        const { pieces, rest } = cutPassage(text, room, escapedLength, 3);
        expect(text.startsWith(pieces.join(""))).toBe(true);
        expect(rest?.at ?? text.length).toBe(pieces.join("").length);
        for (const piece of pieces) expect(escapedLength(piece)).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe("cutSentence", () => {
  test("splits no grapheme, and loses nothing", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 40, max: 80 }), (text, room) => {
        const pieces = [...cutSentence(text, room, escapedLength)];
        expect(pieces.join("")).toBe(text);
        const boundaries = new Set([...graphemes.segment(text)].map(({ index }) => index));
        let at = 0;
        for (const piece of pieces) {
          expect(boundaries.has(at)).toBe(true);
          at += piece.length;
        }
      }),
    );
  });

  test("cuts at a blank rather than within a word", () => {
    expect([...cutSentence("freedom and choice", 14, escapedLength)]).toEqual(["freedom and ", "choice"]);
  });

  test("gets past a grapheme that is larger than the room", () => {
    const monster = `a${"\u0301".repeat(50)}`;
    expect([...cutSentence(monster, 20, escapedLength)].join("")).toBe(monster);
  });
});
