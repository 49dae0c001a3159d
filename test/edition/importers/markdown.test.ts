import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passageAt } from "../../../src/edition/passage-at.js";
import type { Work } from "../../../src/edition/work.js";
import { buildQuotationIndex } from "../../../src/edition/verification/quotation-index.js";
import { verifyQuotation } from "../../../src/edition/verification/verify-quotation.js";
import { workOf } from "../letter.js";
import { readings } from "./readings.js";

const LETTER = readFileSync(new URL("../../data/importers/ship-letter.md", import.meta.url), "utf8");
const markdown = (text: string): Work => workOf([text], "markdown");
const kinds = (work: Work): readonly string[] =>
  work.witnesses[0].passages.map((one) => `${one.path} ${one.layer} ${one.kind}`);
const read = (text: string): readonly string[] => readings(markdown(text)).map(([, words]) => words);

describe("a letter with everything in it", () => {
  const work = markdown(LETTER);
  const words = new Map(readings(work));

  it("ascribes every block to its layer", () => {
    expect(kinds(work)).toEqual([
      "metadata.1 metadata provenance",
      "metadata.2 metadata byline",
      "metadata.3 metadata dateline",
      "metadata.4 metadata source-note",
      "heading.1 heading heading",
      "metadata.5 metadata source-note",
      "opener text opener",
      ...Array.from({ length: 11 }, (_, at) => `${at + 1} text paragraph`),
      "heading.2 heading heading",
      "12 text paragraph",
      "heading.3 heading navigation",
      "13 text paragraph",
      "14 text paragraph",
      "15 text paragraph",
      "note.1 note note",
      "note.b note note",
      "heading.4 heading navigation",
      "heading.5 heading heading",
      "note.1~2 note note",
      "note.1~3 note note",
    ]);
  });

  it("reads it without its markup", () => {
    expect(words.get("heading.1")).toBe("A Letter from the Brig Heron");
    expect(words.get("1.1")).toBe(
      "The weather has been very bad, and we lost the fore-topmast off Cape Clear.",
    );
    expect(words.get("1.2")).toBe(
      "I had hoped to write sooner; the captain says that no packet will sail before the fifteenth.",
    );
    expect(words.get("2.1")).toBe(
      "Hold fast, and keep the lee scuppers clear, for there is no help but in your own hands.",
    );
    expect(words.get("5.1")).toBe("2. a dry hammock, and a candle;");
    expect(words.get("10.1")).toBe("Monday 7");
    expect(words.get("note.1.1")).toBe("Cape Clear Island lies off the south-west of Ireland.");
  });

  it("lifts out the signs of its notes, and knows verse by its breaks", () => {
    const passages = work.witnesses[0].passages;
    expect(passages.find((one) => one.path === "1")?.markers.map((one) => one.label)).toEqual(["1"]);
    expect(passages.find((one) => one.path === "12")).toMatchObject({ division: ["1"] });
    expect(passages.find((one) => one.path === "12")?.lines).toHaveLength(4);
    expect(passages.find((one) => one.path === "1")?.lines).toBeUndefined();
  });

  it("reads the same with CRLF and a byte-order mark", () => {
    expect(readings(markdown(`\uFEFF${LETTER.replace(/\n/g, "\r\n")}`))).toEqual(readings(work));
  });
});

describe("Markdown's corners", () => {
  it.each<[string, string, readonly string[]]>([
    ["Setext headings", "A Title\n=======\n\nWords.", ["A Title", "Words."]],
    ["tags beside words", "It was <em>so</em>, he said.", ["It was so, he said."]],
    ["a comment in a line", "It was <!-- [sic] -->so.", ["It was so."]],
    ["a break without a blank: it stays, or two words were one", "one<br>two", ["one<br>two"]],
    ["cells without blanks: likewise", "|a|b|\n|-|-|\n|c|d|", ["a|b", "c|d"]],
    ["references", "AT&amp;T and &mdash; so", ["AT&T and &mdash; so"]],
    ["code", "Type `a * b` and\n\n```\n<b> * </b>\n```", ["Type a * b and", "<b> * </b>"]],
    ["a picture", "Here ![a ship](ship.png) she is.", ["Here she is."]],
    ["an undefined note", "So it is[^9].", ["So it is[^9]."]],
    ["links by reference", "See [the *map*][m].\n\n[m]: /map", ["See the map."]],
    ["nested lists", "- a\n  - b\n\n    c", ["a", "b", "c"]],
    ["quotes in quotes", "> a\n>\n> > b\n> > c", ["a", "b c"]],
    ["strokes", "was ~~not~~ so", ["was not so"]],
    ["a hyphen at a quoted line's end", "> inva-\n> sion", ["invasion"]],
  ])("reads %s", (_, text, wanted) => expect(read(text)).toEqual(wanted));

  it("takes what stands under a heading of notes for notes, with their signs in the text", () => {
    const work = markdown(
      "It was so[1], and so.<sup>2</sup>\n\n## Editor's notes\n\n[1] It was not.\n\n2. Nor was that.\n\n## After\n\nMore.",
    );
    expect(kinds(work)).toEqual([
      "1 text paragraph",
      "heading.1 heading heading",
      "note.1 note note",
      "note.2 note note",
      "heading.2 heading heading",
      "2 text paragraph",
    ]);
    expect(readings(work)[0]).toEqual(["1.1", "It was so, and so."]);
  });

  it("names divisions by their numbers", () => {
    const work = markdown(
      "# The Play\n\n## Act I\n\n### Scene 2\n\nA.\n\n### Scene 3\n\nB.\n\n## Act II\n\n### Scene the First\n\nC.\n\n## Epilogue\n\nD.",
    );
    const text = work.witnesses[0].passages.filter((one) => one.layer === "text");
    expect(text.map((one) => one.division?.join("."))).toEqual(["1.2", "1.3", "2.1", "2a"]);
  });

  it.each([
    ["containers without end", `${"> ".repeat(5000)}x`, /1:1: .*quotes and lists/],
    ["backticks without end", `x\n${"`".repeat(500)}`, /2:1: .*backticks/],
    ["signs without end", `x\n\n${"*a ".repeat(6000)}`, /3:\d+: .*emphasis/],
  ])("refuses %s, with line and column", (_, text, message) => {
    expect(() => markdown(text)).toThrow(
      expect.objectContaining({ code: "corpus-invalid", message: expect.stringMatching(message) as unknown }),
    );
  });
});

describe("Pandoc's inline notes", () => {
  it.each<[string, string, readonly string[]]>([
    ["in a sentence", "It was so^[Not quite.], he said.", ["It was so, he said.", "Not quite."]],
    ["behind a stop", "It was so.^[Not quite.] He said it.", ["It was so.", "He said it.", "Not quite."]],
    [
      "brackets in it",
      "So^[See [p. 3] and *this [one]*.] it is.",
      ["So it is.", "See [p. 3] and this [one]."],
    ],
    ["a note in a note", "So^[One ^[two] three.] it is.", ["So it is.", "One ^[two] three."]],
    ["two, counted on", "A^[One.] b^[Two.].", ["A b.", "One.", "Two."]],
    ["links and code in it", "So^[See [the map](/m]) `a]`.] it is.", ["So it is.", "See the map a]."]],
    ["over a line's end", "> So^[Not\n> quite.] it is.", ["So it is.", "Not quite."]],
    ["an escaped bracket in it", "So^[Not \\] quite.] it is.", ["So it is.", "Not ] quite."]],
    ["in a heading", "# A Title^[Not his.]\n\nWords.", ["A Title", "Not his.", "Words."]],
    ["in a cell", "| a^[One.] | b |\n|-|-|\n| c | d |", ["a b", "One.", "c d"]],
    ["nothing but a note", "A.\n\n^[All of it.]\n\nB.", ["A.", "All of it.", "B."]],
    ["beside footnotes", "A[^1] b^[Two.].\n\n[^1]: One.", ["A b.", "Two.", "One."]],
  ])("reads one %s", (_, text, wanted) => expect(read(text)).toEqual(wanted));

  it.each<[string, string, readonly string[]]>([
    ["never closed", "So^[not quite it is.", ["So^[not quite it is."]],
    ["closed behind another that is not", "So^[a [b] it is.", ["So^[a [b] it is."]],
    ["empty", "So^[] it ^[ ] is.", ["So^[] it ^[ ] is."]],
    ["escaped", "So\\^[a] and ^\\[b] it is.", ["So^[a] and ^[b] it is."]],
    ["closed in the next paragraph", "So^[it\n\nis].", ["So^[it", "is]."]],
    ["closed in the next cell", "| a^[b | c] |\n|-|-|\n| d | e |", ["a^[b c]", "d e"]],
    ["code", "Type `a^[b]` so.", ["Type a^[b] so."]],
    ["a link behind a sign", "x^[2](#two) is.", ["x^2 is."]],
  ])("leaves alone what is %s", (_, text, wanted) => expect(read(text)).toEqual(wanted));

  const work = markdown("It was so^[Not *quite* so.], he said.[^n] More^[Two.].\n\n[^n]: He did not.\n");
  const [{ text, passages }] = work.witnesses;

  it("gives each a label, and its sign the place where it stood", () => {
    expect(kinds(work)).toEqual([
      "1 text paragraph",
      "note.1 note note",
      "note.2 note note",
      "note.n note note",
    ]);
    expect(passages[0]?.markers.map(({ label, start, end }) => [label, text.slice(start, end)])).toEqual([
      ["1", "^[Not *quite* so.]"],
      ["n", "[^n]"],
      ["2", "^[Two.]"],
    ]);
  });

  it("finds at every place whose words stand there", () => {
    const at = (words: string): string | undefined => passageAt(passages, text.indexOf(words))?.path;
    expect(["It was", "quite", "he said", "Two.", "He did"].map(at)).toEqual([
      "1",
      "note.1",
      "1",
      "note.2",
      "note.n",
    ]);
    expect(passageAt(passages, text.indexOf("[^n]: ") - 1)).toBeUndefined();
  });

  it("is verified as the note that it is, and never together with the words around it", () => {
    const index = buildQuotationIndex([work]);
    expect(verifyQuotation(index, "Not quite so.")).toMatchObject({ verdict: "exact", layer: "note" });
    expect(verifyQuotation(index, "It was so, he said.")).toMatchObject({ verdict: "exact", layer: "text" });
    expect(["altered", "absent"]).toContain(verifyQuotation(index, "It was so Not quite so").verdict);
  });

  it("never changes what the author is read to say, wherever notes are put", () => {
    const word = fc.constantFrom("ship", "sailed", "at", "dawn", "we", "saw", "land");
    const sentence = fc.array(word, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sentence, fc.option(sentence)), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const written = parts.map(
            ([own, note]) => `We ${own.join(" ")}${note ? `^[[${note.join("] ^[")}]]` : ""}.`,
          );
          const bare = parts.map(([own]) => `We ${own.join(" ")}.`);
          const noted = markdown(written.join(" "));
          const layerText = (layer: string): readonly string[] =>
            noted.witnesses[0].passages
              .filter((one) => one.layer === layer)
              .map((one) =>
                readings(noted)
                  .flatMap(([path, words]) =>
                    path.startsWith(one.path + ".") || path === one.path ? [words] : [],
                  )
                  .join(" "),
              );
          expect(layerText("text").join(" ")).toBe(bare.join(" "));
          expect(layerText("note")).toEqual(
            parts.flatMap(([, note]) => (note ? [`[${note.join("] ^[")}]`] : [])),
          );
        },
      ),
    );
  });
});
