import { describe, expect, it } from "vitest";
import { outline, workOf, sentencesOf } from "../letter.js";
import { makeQuote } from "../../../src/edition/make-quote.js";

const outlineOf = (...args: Parameters<typeof workOf>): readonly string[] =>
  outline(workOf(...args).witnesses[0]);
const LONG =
  "This paragraph is made up and long enough to be prose, whatever else may be said of it by anybody. It ends.";

describe("plain", () => {
  it("parts paragraphs at blank lines, blank or not, whatever the line ends", () => {
    const lines = ["1 text paragraph: One\ntwo.", "2 text paragraph: Three.", "3 text paragraph: Four."];
    const text = "One\ntwo.\n \t \nThree.\n\n\n\nFour.\n";
    expect(outlineOf([text])).toEqual(lines);
    expect(outlineOf([text.replace(/\n/g, "\r\n")])).toEqual(lines.map((line) => line.replace("\n", "\r\n")));
    expect(outlineOf([text.replace(/\n/g, "\r")])).toEqual(lines.map((line) => line.replace("\n", "\r")));
    expect(outlineOf([`\uFEFF${text}`])).toEqual(lines);
  });

  it("keeps the byte-order mark in its offsets", () => {
    const { witnesses } = workOf(["\uFEFFOne."]);
    expect(witnesses[0].passages[0]).toMatchObject({ start: 1, end: 5 });
  });

  it("joins hard-wrapped lines into sentences", () => {
    const { witnesses } = workOf(["A sentence that is\r\nwrapped by hand. Another\r\none."]);
    expect(sentencesOf(witnesses[0])).toEqual([
      ["1.1", "A sentence that is\r\nwrapped by hand."],
      ["1.2", "Another\r\none."],
    ]);
  });

  it("takes no bracket for a marker", () => {
    const { witnesses } = workOf(["He said [1] so [A].\n\n[A] A paragraph like any other."]);
    expect(witnesses[0].passages.map((p) => [p.layer, p.markers.length])).toEqual([
      ["text", 0],
      ["text", 0],
    ]);
  });

  it.each(["", " ", "\n\n\r\n", "\uFEFF"])("reads nothing in %j", (text) => {
    expect(outlineOf([text])).toEqual([]);
  });
});

describe("marxists", () => {
  it("reads a letter without signature and notes", () => {
    expect(
      outlineOf([`Ann Author Archive\n\nParis, 1 May 1871\n\n${LONG}\n\n${LONG} Twice.`], "marxists"),
    ).toEqual([
      "heading.1 heading heading: Ann Author Archive",
      "metadata.1 metadata dateline: Paris, 1 May 1871",
      `1 text paragraph: ${LONG}`,
      `2 text paragraph: ${LONG} Twice.`,
    ]);
  });

  it("keeps a note of several paragraphs together, up to the next note or keyword", () => {
    const text = `A Title\n\nDear friend,\n\n${LONG}[1] More.\n\nAnn Author\n\n[1] A note.\n\nIts second paragraph.\n\n[*] Another.\n\nSource: A Book\nof two lines\nTranscribed: somebody\n\nA last word on the source.`;
    expect(outlineOf([text], "marxists")).toEqual([
      "heading.1 heading heading: A Title",
      "opener text opener: Dear friend,",
      `1 text paragraph: ${LONG}[1] More.`,
      "closer text closer: Ann Author",
      "note.1 note note: [1] A note.\n\nIts second paragraph.",
      "note.* note note: [*] Another.",
      "metadata.1 metadata provenance: Source: A Book\nof two lines",
      "metadata.2 metadata provenance: Transcribed: somebody",
      "metadata.3 metadata source-note: A last word on the source.",
    ]);
  });

  it("lifts out a bracket only where a note bears it", () => {
    const work = workOf(
      [`${LONG} He [sic] paid [2] pounds[1]. So it [1] was [3] .\n\n[1] A note.`],
      "marxists",
    );
    const [witness] = work.witnesses;
    const [passage] = witness.passages;
    if (!passage) throw new Error("no passage");
    expect(passage.markers.map((m) => [m.label, witness.text.slice(m.start, m.end)])).toEqual([
      ["1", "[1]"],
      ["1", "[1]"],
    ]);
    const quote = makeQuote(work, { witness, passage, from: 0, to: passage.sentences.length });
    expect(quote.text).toBe(`${LONG} He [sic] paid [2] pounds. So it was [3] .`);
  });

  it.each([
    ["before the stop", "It was so[1]. And then more.", ["It was so.", "And then more."]],
    ["after the stop", "It was so.[1] And then more.", ["It was so.", "And then more."]],
    ["after the stop and a blank", "It was so. [1] And then more.", ["It was so.", "And then more."]],
    ["between blanks", "It was [1] so. And then more.", ["It was so.", "And then more."]],
    ["at the head", "[1]It was so. And then more.", ["It was so.", "And then more."]],
    ["two in a row", "It was so[1][2]. And then more [1] [2].", ["It was so.", "And then more."]],
  ])("steps over a marker %s", (_, words, wanted) => {
    const work = workOf(
      [`${LONG}\n\n_${words}\n\n[1] A note.\n\n[2] A note.`.replace("_[1]", "X [1]").replace("_", "")],
      "marxists",
    );
    const [witness] = work.witnesses;
    const passage = witness.passages[1];
    if (!passage) throw new Error("no passage");
    const texts = passage.sentences.map(
      (_s, at) => makeQuote(work, { witness, passage, from: at, to: at + 1 }).text,
    );
    expect(texts.map((text) => text.replace(/^X ?/, ""))).toEqual(wanted);
  });

  it("numbers a label that two notes bear", () => {
    expect(outlineOf([`${LONG}\n\n[1] One.\n\n[1] Two.`], "marxists").slice(1)).toEqual([
      "note.1 note note: [1] One.",
      "note.1~2 note note: [1] Two.",
    ]);
  });

  it("bears a note, and a paragraph, that is nothing but a marker", () => {
    expect(outlineOf([`${LONG}\n\n[1]\n\nThe note's words.`], "marxists")[1]).toBe(
      "note.1 note note: [1]\n\nThe note's words.",
    );
    expect(outlineOf([`${LONG}\n\n[1]`], "marxists")).toHaveLength(2);
  });
});

describe("ucsb", () => {
  it("reads a page, CRLF and BOM, without a salute or a signature", () => {
    expect(
      outlineOf(
        [
          `\uFEFFAnn Author\r\nMay 1, 1871\r\n\r\nA Title\r\n${LONG}\r\n   \r\n${LONG}\r\nNote: The letter was found.\r\n[An address]\r\n`,
        ],
        "ucsb",
      ),
    ).toEqual([
      "metadata.1 metadata byline: Ann Author",
      "metadata.2 metadata dateline: May 1, 1871",
      "heading.1 heading heading: A Title",
      `1 text paragraph: ${LONG}`,
      `2 text paragraph: ${LONG}`,
      "note.1 note note: Note: The letter was found.",
      "metadata.3 metadata addressee: [An address]",
    ]);
  });

  it("takes no bracket for a marker, and a bracketed line in the middle for text", () => {
    const { witnesses } = workOf([`${LONG}\n[Applause.]\n${LONG} [1]\n[To somebody]`], "ucsb");
    expect(witnesses[0].passages.map((p) => [p.layer, p.markers.length])).toEqual([
      ["text", 0],
      ["text", 0],
      ["text", 0],
      ["metadata", 0],
    ]);
  });
});
