import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseRuns } from "../../src/retrieval/choose-run.js";
import { quoteRun } from "../../src/retrieval/quote-run.js";
import type { Candidate } from "../../src/retrieval/rank-sentences.js";
import { collectUnits, type Unit } from "../../src/retrieval/unit.js";
import { MOST_LINES, wholeVerse } from "../../src/retrieval/whole-verse.js";
import { sliceSpans } from "../../src/edition/span.js";
import { workOfBlocks } from "../edition/made-up-blocks.js";
import { SONNET } from "../sonnet.js";

/** Shakespeare, Hamlet 3.1: sentences end in mid-line. */
const SPEECH = `[56] To be, or not to be: that is the question:
[57] Whether ’tis nobler in the mind to suffer
[58] The slings and arrows of outrageous fortune,
[59] Or to take arms against a sea of troubles,
[60] And by opposing end them? To die: to sleep;
[61] No more; and by a sleep to say we end
[62] The heart-ache and the thousand natural shocks
[63] That flesh is heir to, ’tis a consummation
[64] Devoutly to be wish’d. To die, to sleep;`;

const verse = (words: string, levels?: readonly string[]): Unit =>
  collectUnits([
    workOfBlocks({
      ...(levels ? { levels } : {}),
      witnesses: [{ written: [{ words, verse: true, division: ["3", "1"] }] }],
    }),
  ])[0] as Unit;
const sonnet = verse(SONNET);
const speech = verse(SPEECH, ["act", "scene", "line"]);
/** The lines, counted from 1, that are shown where `line` is the best. */
const shown = (unit: Unit, line: number, more: Partial<{ from: number; to: number }> = {}): string => {
  const { from, to } = wholeVerse(unit, { from: line - 1, to: line, ...more }, line - 1);
  return from + 1 === to ? String(to) : `${from + 1}-${to}`;
};

describe("verse", () => {
  it.each([
    ["the sentence that a line belongs to", 3, "1-4"],
    ["of a longer one the part between two pauses", 7, "7-8"],
    ["that part to its last line", 14, "11-14"],
    ["a couplet", 9, "9-10"],
  ])("shows %s", (_, line, wanted) => expect(shown(sonnet, line)).toBe(wanted));

  it("shows of a line in which one sentence ends and another begins the one that has most of it", () => {
    expect(shown(speech, 3)).toBe("1-5");
    expect(shown(speech, 5)).toBe("1-5");
    expect(shown(speech, 7)).toBe("5-9");
  });

  it("shows all sentences that a run has, if they are not too long together", () => {
    expect(shown(sonnet, 3, { from: 1, to: 4 })).toBe("1-4");
    const couplets = verse("I came,\nI saw.\nI went,\nI slept.");
    expect(shown(couplets, 2, { from: 1, to: 3 })).toBe("1-4");
    expect(shown(couplets, 2)).toBe("1-2");
  });

  it("leaves prose alone, and what no stop divides", () => {
    const prose = collectUnits([
      workOfBlocks({ witnesses: [{ written: [{ words: "It is so. It was so. And so on." }] }] }),
    ])[0] as Unit;
    expect(wholeVerse(prose, { from: 1, to: 2 }, 1)).toEqual({ from: 1, to: 2 });
    const endless = verse(Array.from({ length: 20 }, (_, at) => `and line ${at}`).join("\n"));
    expect(shown(endless, 10)).toBe("10");
    const long = verse(
      Array.from({ length: 20 }, (_, at) => `and line ${at}${at % 5 === 4 ? "," : ""}`).join("\n"),
    );
    expect(shown(long, 7)).toBe("6-10");
  });

  it("is quoted in slices, under the numbers of its lines", () => {
    const { from, to } = wholeVerse(speech, { from: 2, to: 3 }, 2);
    const quote = quoteRun(speech, { from, to });
    expect(quote.reference).toBe("made-up:3.1.56-60");
    expect(quote.text).toBe(sliceSpans(speech.witness.text, quote.spans));
    expect(quote.text.split("\n")).toHaveLength(5);
  });

  it("shows no line twice, whichever lines are best", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (scores, limit) => {
          const candidates = scores
            .map((score, sentence): Candidate => ({
              unit: 0,
              sentence,
              score,
              line: false,
              signals: {} as Candidate["signals"],
            }))
            .sort((a, b) => b.score - a.score);
          const runs = chooseRuns(candidates, limit, 3, (_, run, best) => wholeVerse(speech, run, best));
          const seen = new Set<number>();
          for (const { from, to, best } of runs) {
            expect(to - from).toBeLessThanOrEqual(MOST_LINES);
            expect(best.sentence >= from && best.sentence < to).toBe(true);
            for (let at = from; at < to; at += 1) {
              expect(seen.has(at)).toBe(false);
              seen.add(at);
            }
          }
          if (runs.length < limit) expect(seen.size).toBe(9);
        },
      ),
    );
  });
});
