import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentSentences } from "../../src/edition/segment-sentences.js";

const split = (text: string, language?: string): readonly string[] =>
  segmentSentences(text, language).map(({ start, end }) => text.slice(start, end));

/** A bar stands where a sentence ends. */
const CASES: readonly string[] = [
  // Titles
  "Many fought alongside Dr. Castro against him.|They won.",
  "I believe, Mr. Chairman, that it is so.|Mrs. Smith agreed.",
  "He met Sen. Fulbright and Gen. Taylor.|The talk was short.",
  "St. Paul's is old.|Mt. Everest is older.",
  // Initials
  "John F. Kennedy wrote to N. S. Khrushchev.|He answered.",
  "J. R. R. Tolkien wrote it.",
  "It was I.|He knew.",
  // Abbreviations with inner stops
  "The U.S. will not invade Cuba.|It said so.",
  "The U.S. Government replied.|Nobody heard.",
  "He came from the U.S.|The others stayed.",
  "It was marked for release at 6:45 p.m. April 18.|Another copy exists.",
  "It began at 6 p.m.|The hall was full.",
  "Some, e.g. Laos, differ; i.e. they do not agree.|Others do.",
  "It ended, etc.|The rest is lost.",
  // Before numerals
  "Cuban Missile Crisis and Aftermath (No. 10)",
  "Printed on pp. 286-287; and on p. 3.|It was reprinted.",
  "See Vol. II, ch. 4, and fig. 2.|Then stop.",
  "Dated Apr. 18, 1961.|Sent the same day.",
  "He said no.|10 others agreed.".replace("no.|10", "No. 10"),
  // Semicolons and colons
  "What it believes is its own business; What it does is the world's.|So it is.",
  "There were two: The first was lost.|The second was found.",
  // Quotation marks and brackets
  "“It is so.”|He left.",
  "He asked, “Why?!” and left.|Nobody knew.",
  "“Stop!” he cried.|They stopped.",
  "“Is it?” “It is.”".replace("” “", "”|“"),
  "(It was late.)|They went home.",
  "He said (and meant it!) that it was so.|It was.",
  // Ellipses
  "He waited … and waited.|Then he left.",
  "He waited... and waited.|Then he left.",
  // The sign alone ends nothing: a name may follow it.
  "He saw … Castro there.|He left.",
  // Numbers
  "It grew by 0.4% of 7,134,000 people.|That is all.",
  "In 1961.|1962 was worse.",
  "They fled.|100,000 refugees were counted.",
  "He lived at W. 42nd Street, approx. 20 years.|Then he left.",
  "1. The first point is this.|2. The second is that.",
  "IV. The fourth part begins.|It ends.",
  // Line ends are blanks
  "A sentence\nthat is wrapped.|Another\r\none.",
  "He met Dr.\nCastro there.|They spoke.",
  // Nothing to split
  "No stop at all",
  "!?",
  "...",
  // Exclamations and questions
  "Really?!|Yes.|No!",
  "What now?|Nothing.",
];

describe("sentences", () => {
  it.each(CASES)("%s", (marked) => {
    const parts = marked.split("|");
    const text = parts.join(" ");
    expect(split(text)).toEqual(parts);
  });

  it("reads other scripts", () => {
    expect(split("これは文です。次の文です。", "ja")).toEqual(["これは文です。", "次の文です。"]);
    expect(split("Это предложение. Это другое.", "ru")).toEqual(["Это предложение.", "Это другое."]);
    expect(split("هذه جملة. هل هذه جملة؟ نعم.", "ar")).toEqual(["هذه جملة.", "هل هذه جملة؟", "نعم."]);
    expect(split("यह एक वाक्य है। यह दूसरा है।", "hi")).toEqual(["यह एक वाक्य है।", "यह दूसरा है।"]);
    expect(split("Das ist ein Satz. Das auch.", "de")).toEqual(["Das ist ein Satz.", "Das auch."]);
  });

  it.each(["", " ", "\r\n\t", "\uFEFF"])("finds none in %j", (text) => expect(split(text)).toEqual([]));

  it("reads a long run of initials as the one sentence that it is", () => {
    const text = "N. S. ".repeat(2000);
    expect(segmentSentences(text)).toEqual([{ start: 0, end: text.length - 1 }]);
  });

  it("gives trimmed sentences in order that hold every non-blank character", () => {
    const piece = fc.constantFrom(
      "Dr. ",
      "U.S. ",
      "A. ",
      "word ",
      "Word ",
      "no. ",
      "5 ",
      ". ",
      "! ",
      "?” ",
      "“",
      "(",
      ") ",
      "… ",
      "\n",
      "\r\n",
      "; ",
      "。",
      "文",
      "e.g. ",
      "1. ",
      "\u00a0",
      "\uFEFF",
      "\u2028",
      "😀",
      "\ud800",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map((parts) => parts.join("")),
          fc.string({ unit: "binary" }),
        ),
        (text) => {
          let at = 0;
          for (const { start, end } of segmentSentences(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            expect(text.slice(at, start).trim()).toBe("");
            at = end;
          }
          expect(text.slice(at).trim()).toBe("");
        },
      ),
      { seed: 1961, numRuns: 300 },
    );
  });
});
