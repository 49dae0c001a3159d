import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { citationSchema } from "../../../src/edition/citation/citation.js";
import { CITATION_STYLES, type CitationStyle } from "../../../src/edition/citation/citation-style.js";
import { cite } from "../../../src/edition/citation/cite.js";
import type { Work } from "../../../src/edition/work.js";
import { plainWork, quoteOf } from "../apparatus/plain-work.js";
import { wellFormed } from "../../render/apparatus/well-formed.js";

const HUMAN = ["chicago-note", "chicago-bibliography", "mla", "apa"] as const;
const URL = "https://www.marxists.org/history/usa/government/president/1961/04/18.htm";
const EDITION = { title: "The Edition", publisher: "Some Press", url: "https://example.org/p" };

let jfk: Work;
beforeAll(async () => {
  [jfk] = (await readCorpus("corpus")) as [Work];
});

const of = (work: Work, style: CitationStyle, reference: string, witness = 0): string =>
  cite(work, quoteOf(work, reference, witness), style).citation;

/** Parts and names in the order of citeproc 2.4.63 with the CSL styles of commit 8c5439e (see docs/citing.md). */
describe("the letter", () => {
  it("in Chicago's note and bibliography", () => {
    expect(of(jfk, "chicago-note", "3.1")).toBe(
      `John F. Kennedy to N. S. Khrushchev, April 18, 1961, in “The U.S. will not invade Cuba,” Kennedy History Archive (marxists.org), 2002, par. 3, sentence 1, ${URL}.`,
    );
    expect(of(jfk, "chicago-bibliography", "3.1")).toBe(
      `Kennedy, John F. Letter to N. S. Khrushchev, April 18, 1961. In “The U.S. will not invade Cuba.” Kennedy History Archive (marxists.org), 2002. ${URL}.`,
    );
    expect(cite(jfk, quoteOf(jfk, "5.1-2"), "chicago-note").items).toEqual([
      { form: "short-note", text: "Kennedy to Khrushchev, April 18, 1961, par. 5, sentences 1–2." },
    ]);
  });

  it("in MLA and APA, with the form for the running text", () => {
    const mla = cite(jfk, quoteOf(jfk, "3.1"), "mla");
    expect(mla.citation).toBe(
      `Kennedy, John F. “Letter to N. S. Khrushchev.” 18 Apr. 1961, The U.S. will not invade Cuba, Kennedy History Archive (marxists.org), 2002, ${URL}.`,
    );
    expect(mla.items).toEqual([{ form: "in-text", text: "(Kennedy, par. 3, sentence 1)" }]);
    const apa = cite(jfk, quoteOf(jfk, "3"), "apa");
    expect(apa.citation).toBe(
      `Kennedy, J. F. (1961, April 18). [Letter to N. S. Khrushchev]. In The U.S. will not invade Cuba. Kennedy History Archive (marxists.org), 2002. ${URL}`,
    );
    expect(apa.items).toEqual([{ form: "in-text", text: "(Kennedy, 1961, para. 3)" }]);
  });

  it("gives the UCSB edition no address, since work.yaml has none", () => {
    for (const style of CITATION_STYLES.filter((one) => one !== "text-fragment" && one !== "receipt")) {
      expect(of(jfk, style, "3.1", 1)).not.toMatch(/https?:(?!\/\/www\.tei-c\.org)|presidency\.ucsb/);
    }
    expect(() => of(jfk, "text-fragment", "3.1", 1)).toThrow(expect.objectContaining({ code: "not-found" }));
  });

  it("names no page anywhere", () => {
    for (const style of CITATION_STYLES)
      expect(of(jfk, style, "3.1")).not.toMatch(/\bpp?\. ?\d|pages|SP {2}-/);
  });

  it("cites an editor's words as the editor's", () => {
    expect(of(jfk, "chicago-note", "note.A")).toBe(
      `Kennedy History Archive (marxists.org), note A to John F. Kennedy’s letter to N. S. Khrushchev, April 18, 1961, in “The U.S. will not invade Cuba,” Kennedy History Archive (marxists.org), 2002, ${URL}.`,
    );
    expect(of(jfk, "apa", "note.A")).toContain(
      "Kennedy History Archive (marxists.org). (n.d.). [Note A to John F. Kennedy, Letter to",
    );
    expect(of(jfk, "mla", "heading.2")).toContain(
      "Kennedy History Archive (marxists.org). Heading to “Letter to N. S. Khrushchev,” by John F. Kennedy,",
    );
    expect(of(jfk, "chicago-note", "metadata.6")).toMatch(
      /^Foreign Relations of the United States \(U\.S\. Department of State\), source note to John/,
    );
    for (const reference of [
      "note.A",
      "note.B",
      "heading.1",
      "heading.2",
      "heading.3",
      "metadata.1",
      "metadata.2",
    ]) {
      for (const style of HUMAN)
        expect(of(jfk, style, reference)).not.toMatch(/^(?:John F\. )?Kennedy[, ](?!History)/);
      expect(JSON.parse(of(jfk, "csl-json", reference))).toMatchObject([
        { author: [{ literal: expect.stringMatching(/Archive|Foreign/) as unknown }] },
      ]);
      expect(of(jfk, "ris", reference)).not.toContain("AU  - Kennedy, John");
      expect(of(jfk, "bibtex", reference)).not.toContain("author = {Kennedy, John");
    }
  });

  it("in BibTeX, RIS, CSL-JSON and TEI", () => {
    expect(of(jfk, "bibtex", "3.1")).toBe(
      [
        "@misc{jfk-1961-04-18-marxists,",
        "  author = {Kennedy, John F.},",
        "  title = {{Letter to N. S. Khrushchev}},",
        "  type = {letter},",
        "  date = {1961-04-18},",
        "  year = {1961},",
        "  month = apr,",
        "  howpublished = {Kennedy History Archive (marxists.org), 2002},",
        `  url = {${URL}},`,
        "  note = {To N. S. Khrushchev. In: The U.S. will not invade Cuba. par. 3, sentence 1. quoth reference: jfk-1961-04-18:3.1},",
        "}",
      ].join("\n"),
    );
    expect(of(jfk, "ris", "3.1").split("\r\n").slice(0, 6)).toEqual([
      "TY  - PCOMM",
      "AU  - Kennedy, John F.",
      "A2  - Khrushchev, N. S.",
      "TI  - Letter to N. S. Khrushchev",
      "T2  - The U.S. will not invade Cuba",
      "DA  - 1961/04/18/",
    ]);
    expect(JSON.parse(of(jfk, "csl-json", "3.1"))).toMatchObject([
      {
        type: "personal_communication",
        author: [{ family: "Kennedy", given: "John F." }],
        recipient: [{ family: "Khrushchev", given: "N. S." }],
        issued: { "date-parts": [[1961, 4, 18]] },
        URL,
      },
    ]);
    const bibl = of(jfk, "tei", "3.1");
    expect(wellFormed(bibl, "surname")).toEqual(["Kennedy"]);
    expect(bibl).toContain('<date when="1961-04-18">April 18, 1961</date>');
    expect(wellFormed(of(jfk, "tei", "note.A"), "bibl")).toHaveLength(2);
  });

  it("gives an object that follows its schema in every style", () => {
    for (const style of CITATION_STYLES) {
      const citation = cite(jfk, quoteOf(jfk, "1.3"), style);
      expect(citationSchema.parse(citation)).toEqual(citation);
    }
  });
});

describe("other works", () => {
  const work = (given: object, witness: object = {}): Work =>
    plainWork(["One. Two."], { work: { ...given }, witness: { ...witness } });

  it("a speech, a book in translation, several authors", () => {
    const speech = work(
      { title: "Address at Gettysburg", type: "speech", author: "Abraham Lincoln", date: "1863-11-19" },
      EDITION,
    );
    expect(of(speech, "chicago-note", "1")).toBe(
      "Abraham Lincoln, “Address at Gettysburg,” November 19, 1863, in “The Edition,” Some Press, par. 1, https://example.org/p.",
    );
    expect(of(speech, "mla", "1")).toBe(
      "Lincoln, Abraham. “Address at Gettysburg.” 19 Nov. 1863, The Edition, Some Press, https://example.org/p.",
    );
    const book = work(
      { title: "The Republic", type: "book", author: "Plato" },
      { publisher: "Some Press", translator: "Benjamin Jowett" },
    );
    expect(of(book, "chicago-bibliography", "1")).toBe(
      "Plato. The Republic. Translated by Benjamin Jowett. Some Press.",
    );
    expect(of(book, "mla", "1")).toBe("Plato. The Republic. Translated by Benjamin Jowett, Some Press.");
    expect(of(book, "apa", "1")).toBe("Plato. (n.d.). The Republic (B. Jowett, Trans.). Some Press.");
    const three = work(
      {
        title: "Federalist",
        type: "book",
        author: ["Alexander Hamilton", "James Madison", "John Jay"],
        date: "1788",
      },
      { publisher: "P" },
    );
    expect(of(three, "chicago-bibliography", "1")).toBe(
      "Hamilton, Alexander, James Madison, and John Jay. Federalist. 1788. P.",
    );
    expect(of(three, "mla", "1")).toBe("Hamilton, Alexander, et al. Federalist. 1788, P.");
    expect(of(three, "apa", "1")).toBe("Hamilton, A., Madison, J., & Jay, J. (1788). Federalist. P.");
  });

  it("a letter with a title of its own; correspondents of one name; a title that asks", () => {
    const jail = work({
      title: "Letter from Birmingham Jail",
      type: "letter",
      author: "Martin Luther King Jr.",
      addressee: "Fellow Clergymen",
      date: "1963-04-16",
    });
    expect(of(jail, "chicago-note", "1")).toBe(
      "Martin Luther King Jr. to Fellow Clergymen, “Letter from Birmingham Jail,” April 16, 1963, Edition a, par. 1.",
    );
    expect(of(jail, "apa", "1")).toBe(
      "King, M. L., Jr. (1963, April 16). Letter from Birmingham Jail [Letter to Fellow Clergymen]. Edition a.",
    );
    const theo = work({
      title: "Letter to Theo van Gogh",
      type: "letter",
      author: "Vincent van Gogh",
      addressee: "Theo van Gogh",
      date: "1888-09",
    });
    expect(cite(theo, quoteOf(theo, "1"), "chicago-note").items).toEqual([
      { form: "short-note", text: "Vincent van Gogh to Theo van Gogh, September 1888, par. 1." },
    ]);
    const lenin = work(
      { title: "What Is to Be Done?", type: "article", author: "V. I. Lenin", date: "1902" },
      EDITION,
    );
    expect(of(lenin, "chicago-note", "1")).toContain("V. I. Lenin, “What Is to Be Done?,” 1902, in");
    expect(of(lenin, "chicago-bibliography", "1")).toContain("Lenin, V. I. “What Is to Be Done?” 1902. In");
  });

  it("says whose words a passage of another voice is", () => {
    const inner = work({ title: "T" }, { publisher: "P", voices: { "1": "Nikita Khrushchev" } });
    expect(of(inner, "chicago-note", "1")).toBe("Jane Doe, “T,” P, par. 1, words of Nikita Khrushchev.");
    expect(cite(inner, quoteOf(inner, "1"), "apa").items).toEqual([
      { form: "in-text", text: "(words of Nikita Khrushchev in Doe, n.d., para. 1)" },
    ]);
  });

  it("names no publisher to the exchange formats where work.yaml names none", () => {
    const bare = work({ title: "T" });
    for (const style of ["bibtex", "ris", "csl-json", "tei"] as const)
      expect(of(bare, style, "1")).not.toMatch(/publish|^PB/m);
  });

  it("escapes what its format cannot hold", () => {
    const nasty = work(
      { id: "werk-ä", title: "50% of {A & B}_$#\n~^\\", author: "Jane <Doe> & Sons" },
      { publisher: "P\r\nER  - " },
    );
    expect(of(nasty, "bibtex", "1")).toContain(
      "title = {{50\\% of \\{A \\& B\\}\\_\\$\\# \\textasciitilde{}\\textasciicircum{}\\textbackslash{}}}",
    );
    expect(of(nasty, "bibtex", "1")).toMatch(/^@misc\{werk-a-a,/);
    expect(of(nasty, "ris", "1").match(/^ER {2}-/gm)).toHaveLength(1);
    expect(wellFormed(of(nasty, "tei", "1"), "name")).toEqual(["Jane <Doe> & Sons"]);
  });

  it("holds in every style whatever work.yaml says", () => {
    const words = fc
      .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
      .filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(
        words,
        words,
        words,
        words,
        fc.constantFrom("letter", "speech", "book", undefined),
        (title, author, addressee, date, type) => {
          const made = work(
            { title, author, addressee, date, ...(type === undefined ? {} : { type }) },
            { url: "https://example.org/", translator: author },
          );
          for (const style of CITATION_STYLES)
            expect(citationSchema.safeParse(cite(made, quoteOf(made, "1.1"), style)).success).toBe(true);
          wellFormed(of(made, "tei", "1"), "bibl");
          expect(of(made, "ris", "1").match(/^ER {2}-/gm)).toHaveLength(1);
        },
      ),
    );
  });
});
