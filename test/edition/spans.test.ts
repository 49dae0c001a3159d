import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutSpans } from "../../src/edition/cut-spans.js";
import { positionAt } from "../../src/edition/position-at.js";
import { sliceSpans } from "../../src/edition/span.js";
import { normaliseWord, wordsOf } from "../../src/edition/words.js";

/** `text` with its markers, and what is read where they are stepped over. */
function read(text: string): { readonly words: string; readonly spans: number } {
  const markers = [...text.matchAll(/\[\w\]/g)].map((m) => ({
    label: m[0],
    start: m.index,
    end: m.index + 3,
  }));
  const spans = cutSpans(text, { start: 0, end: text.length }, markers);
  return { words: sliceSpans(text, spans), spans: spans.length };
}

describe("cutSpans", () => {
  it.each([
    ["no marker", "no marker", 1],
    ["inside[A] a text", "inside a text", 2],
    ["before a stop [A].", "before a stop.", 2],
    ["before a stop[A].", "before a stop.", 2],
    ["at the end. [B]", "at the end.", 1],
    ["[A] at the head", "at the head", 1],
    ["  blank ends [A] ", "blank ends", 1],
    ["two [A] in [B] it", "two in it", 3],
    ["in a row [A][B] here", "in a row here", 2],
    ["in a row [A] [B] here", "in a row here", 2],
    ["in a [A]word", "in a word", 2],
    ["[A]", "", 0],
    [" [A] [B] ", "", 0],
  ])("%j reads %j", (text, words, spans) => expect(read(text)).toEqual({ words, spans }));

  it("gives ordered, parted spans without a marker, that hold every other character but blanks", () => {
    const piece = fc.constantFrom("[A]", "[B]", " ", "\n", "word", ".", "“", "😀");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
        const text = parts.join("");
        const markers = [...text.matchAll(/\[\w\]/g)].map((m) => ({
          label: "x",
          start: m.index,
          end: m.index + 3,
        }));
        const spans = cutSpans(text, { start: 0, end: text.length }, markers);
        spans.forEach(({ start, end }, at) => {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
          expect(markers.some((m) => m.start < end && m.end > start)).toBe(false);
        });
        const words = sliceSpans(text, spans);
        expect(words).toBe(words.trim());
        expect(words.replace(/\s/g, "")).toBe(text.replace(/\[\w\]|\s/g, ""));
      }),
      { seed: 1961, numRuns: 400 },
    );
  });
});

describe("positionAt", () => {
  it.each([
    ["", 0, 1, 1],
    ["abc", 2, 1, 3],
    ["a\nb", 1, 1, 2],
    ["a\nb", 2, 2, 1],
    ["a\r\nb", 2, 1, 3],
    ["a\r\nb", 3, 2, 1],
    ["a\rb", 2, 2, 1],
    ["a\r\rb", 3, 3, 1],
    ["a\n", 2, 2, 1],
    ["😀b", 2, 1, 3],
  ])("%j at %i is %i:%i", (text, offset, line, column) =>
    expect(positionAt(text, offset)).toEqual({ line, column }),
  );

  it("counts as a reader does", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "\n", "\r", "\r\n")), (parts) => {
        const text = parts.join("");
        let [line, column] = [1, 1];
        for (let at = 0; at < text.length; at += 1) {
          expect(positionAt(text, at)).toEqual({ line, column });
          const ends = text[at] === "\n" || (text[at] === "\r" && text[at + 1] !== "\n");
          [line, column] = ends ? [line + 1, 1] : [line, column + 1];
        }
      }),
      { seed: 1961 },
    );
  });
});

describe("wordsOf", () => {
  const norms = (text: string): readonly string[] => wordsOf(text).map((word) => word.norm);
  it.each([
    ["", []],
    ["  …—!", []],
    ["The world's business.", ["the", "world's", "business"]],
    ["the world’s cease‑fire", ["the", "world's", "cease-fire"]],
    ["7,134,000 people, 0.4%", ["7134000", "people", "0.4"]],
    ["1,2,3", ["1", "2", "3"]],
    ["1961–1963 286-287", ["1961", "1963", "286-287"]],
    ["26th U.S. p.m.", ["26th", "u", "s", "p", "m"]],
    ["‘quoted’ 'quoted' “quoted”", ["quoted", "quoted", "quoted"]],
    ["soft\u00adhyphen zero\u200bwidth \uFEFFmark", ["softhyphen", "zerowidth", "mark"]],
    ["ﬁne Ａ １", ["fine", "a", "1"]],
    ["cafe\u0301 café", ["café", "café"]],
    ["свобода 自由 حرية", ["свобода", "自由", "حرية"]],
  ])("%j", (text, wanted) => expect(norms(text)).toEqual(wanted));

  it("gives places of the text whose norm is the word's", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let at = 0;
        for (const { norm, start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(normaliseWord(text.slice(start, end))).toBe(norm);
          at = end;
        }
      }),
      { seed: 1961, numRuns: 150 },
    );
  });
});
