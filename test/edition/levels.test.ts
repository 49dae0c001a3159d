import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citePassage } from "../../src/edition/cite-passage.js";
import { describeLevels, levelOf, schemeOf } from "../../src/edition/levels.js";
import { makeQuote, pathOf } from "../../src/edition/make-quote.js";
import { numberLines } from "../../src/edition/number-lines.js";
import { formatReference, parseReference } from "../../src/edition/reference.js";
import { resolvePath } from "../../src/edition/resolve-path.js";
import type { Work } from "../../src/edition/work.js";
import { workOfBlocks, type Written } from "./made-up-blocks.js";

const scene = (
  division: readonly string[],
  ...speeches: readonly (readonly [string, string])[]
): Written[] => [
  {
    words: `Act ${division[0] ?? ""}, Scene ${division[1] ?? ""}`,
    layer: "heading",
    kind: "heading",
    division,
  },
  ...speeches.flatMap(([voice, words]): Written[] => [
    { words: voice.toUpperCase(), layer: "metadata", kind: "byline", division },
    { words, verse: true, voice, division },
  ]),
];

/** The opening of Hamlet and a little of the third act; the fifth and eleventh lines bear their numbers in print. */
const HAMLET: readonly Written[] = [
  ...scene(
    ["I", "Scene 1"],
    ["Bernardo", "Who’s there?"],
    ["Francisco", "Nay, answer me. Stand and unfold yourself."],
    ["Bernardo", "Long live the King!"],
    ["Francisco", "Bernardo?"],
    ["Bernardo", "[5] He."],
    ["Francisco", "You come most carefully upon your hour."],
    ["Bernardo", "’Tis now struck twelve. Get thee to bed, Francisco."],
    ["Francisco", "For this relief much thanks. ’Tis bitter cold,\nAnd I am sick at heart."],
    ["Bernardo", "[10] Have you had quiet guard?"],
    ["Francisco", "[10] Not a mouse stirring."],
    ["Bernardo", "Well, good night."],
  ),
  ...scene(
    ["III", "1"],
    [
      "Hamlet",
      "[56] To be, or not to be, that is the question:\nWhether ’tis nobler in the mind to suffer\nThe slings and arrows of outrageous fortune,\nOr to take arms against a sea of troubles\n[60] And by opposing end them. To die: to sleep;",
    ],
    ["Ophelia", "Good my lord,\nHow does your honour for this many a day?"],
  ),
];
const hamlet = workOfBlocks({
  id: "hamlet",
  title: "Hamlet",
  authors: ["William Shakespeare"],
  levels: ["act", "scene", "line"],
  witnesses: [{ written: HAMLET, publisher: "A Press" }],
});

function read(work: Work, text: string, at = 0): readonly string[] {
  const reference = parseReference(text);
  const witness = work.witnesses[at];
  if (!reference || !witness) throw new Error(`${text} is no reference`);
  return resolvePath(witness, reference).map((located) => makeQuote(work, located).text);
}

describe("act, scene and line", () => {
  it("counts lines through the speeches of a scene, and calls a speech by their range", () => {
    const paths = hamlet.witnesses[0].passages
      .filter(({ layer }) => layer === "text")
      .map(({ path }) => path);
    expect(paths.slice(0, 9)).toEqual([
      "1.1.1",
      "1.1.2",
      "1.1.3",
      "1.1.4",
      "1.1.5",
      "1.1.6",
      "1.1.7",
      "1.1.8-9",
      "1.1.10a",
    ]);
    expect(paths.slice(9)).toEqual(["1.1.10b", "1.1.11", "3.1.56-60", "3.1.61-62"]);
  });

  it("resolves lines, ranges over speeches, shared lines, speeches, scenes and acts", () => {
    expect(read(hamlet, "hamlet:3.1.56")).toEqual(["To be, or not to be, that is the question:"]);
    expect(read(hamlet, ":3.1.57-58")[0]).toMatch(/^Whether .*\n.*fortune,$/);
    expect(read(hamlet, "3.1.56-60")).toEqual([read(hamlet, "3.1.56-3.1.60")[0]]);
    expect(read(hamlet, "3.1.60-61")).toEqual([
      "And by opposing end them. To die: to sleep;",
      "Good my lord,",
    ]);
    expect(read(hamlet, "1.1.10")).toEqual(["Have you had quiet guard?", "Not a mouse stirring."]);
    expect(read(hamlet, "1.1.9-10")).toHaveLength(3);
    expect(read(hamlet, "1.1.10b")).toEqual(["Not a mouse stirring."]);
    expect(read(hamlet, "3.1")).toHaveLength(2);
    expect(read(hamlet, "1.1")).toHaveLength(11);
    expect(read(hamlet, "1-3")).toHaveLength(13);
    expect(read(hamlet, "1.1.11-3.1.56")).toHaveLength(2);
    for (const none of ["2", "3.2", "3.1.55", "3.1.60-70", "3.1.58-57", "1.1.0", "3.1.56.1"])
      expect(read(hamlet, none), none).toEqual([]);
  });

  it("keeps headings and speakers in their layers, and speeches in their voices", () => {
    expect(read(hamlet, "heading.2")).toEqual(["Act III, Scene 1"]);
    const [first] = resolvePath(hamlet.witnesses[0], { path: ["3", "1", "61"], last: ["3", "1", "61"] });
    expect(first && makeQuote(hamlet, first)).toMatchObject({
      voice: "Ophelia",
      author: "William Shakespeare",
      reference: "hamlet:3.1.61",
      citation: "William Shakespeare, “Hamlet”, act 3, scene 1, line 61, words of Ophelia, A Press.",
    });
  });

  it("every run of lines resolves to itself", () => {
    const [witness] = hamlet.witnesses;
    for (const passage of witness.passages)
      for (let from = 0; from < passage.sentences.length; from += 1)
        for (let to = from + 1; to <= passage.sentences.length; to += 1) {
          const reference = parseReference(formatReference("hamlet", pathOf({ witness, passage, from, to })));
          if (!reference) throw new Error(passage.path);
          expect(resolvePath(witness, reference)).toEqual([{ witness, passage, from, to }]);
        }
  });
});

describe("other levels", () => {
  it("chapter and verse, a poem in a collection, a chorus before the first scene, a prologue", () => {
    const ruth = workOfBlocks({
      levels: ["chapter", "verse"],
      witnesses: [
        {
          written: [
            {
              verse: true,
              division: ["1"],
              words:
                "[15] And she said, Behold, thy sister in law is gone back unto her people, and unto her gods: return thou after thy sister in law.\n[16] And Ruth said, Intreat me not to leave thee, or to return from following after thee.",
            },
            { verse: true, division: ["2"], words: "And Naomi had a kinsman of her husband’s." },
          ],
        },
      ],
    });
    expect(ruth.witnesses[0].passages.map(({ path }) => path)).toEqual(["1.15-16", "2.1"]);
    expect(read(ruth, "1.16")[0]).toMatch(/^And Ruth said/);
    expect(read(ruth, "2")).toEqual(["And Naomi had a kinsman of her husband’s."]);

    const play = workOfBlocks({
      levels: ["act", "scene", "line"],
      witnesses: [
        {
          written: [
            { verse: true, division: ["Prologue"], words: "O for a muse of fire" },
            { verse: true, division: ["2"], words: "Now all the youth of England are on fire" },
            { division: ["2", "1"], words: "Well met, Corporal Nym. Good morrow, Lieutenant Bardolph." },
          ],
        },
      ],
    });
    expect(play.witnesses[0].passages.map(({ path }) => path)).toEqual(["prologue.0.1", "2.0.1", "2.1.1-2"]);
    expect(read(play, "prologue.0.1")).toEqual(["O for a muse of fire"]);
    expect(read(play, "2.1.2")).toEqual(["Good morrow, Lieutenant Bardolph."]);
  });

  it("letters of a collection: divisions before paragraph and sentence, each with its opener", () => {
    const letters = workOfBlocks({
      levels: ["letter", "paragraph"],
      witnesses: [
        {
          written: [
            { division: ["1"], kind: "opener", words: "Dear Sir," },
            { division: ["1"], words: "One is here. Two is here." },
            { division: ["2"], kind: "opener", words: "Madam," },
            { division: ["2"], words: "Three is here. Four is here." },
            { division: ["2"], words: "Five." },
          ],
        },
      ],
    });
    expect(letters.witnesses[0].passages.map(({ path }) => path)).toEqual([
      "1.opener",
      "1.1",
      "2.opener",
      "2.1",
      "2.2",
    ]);
    expect(read(letters, "2.opener")).toEqual(["Madam,"]);
    expect(read(letters, "2.1.2")).toEqual(["Four is here."]);
    expect(read(letters, "1-2")).toHaveLength(5);
    expect(read(letters, "2.1-2")).toHaveLength(2);
    const [place] = resolvePath(letters.witnesses[0], { path: ["2", "1", "2"], last: ["2", "1", "2"] });
    if (!place) throw new Error("no 2.1.2");
    expect(citePassage(letters, place.witness, place.passage, "2.1.2")).toContain(
      "letter 2, par. 1, sentence 2",
    );
  });

  it("stanzas without named levels: paragraphs with lines for sentences", () => {
    const poem = workOfBlocks({
      witnesses: [
        {
          written: [
            { verse: true, words: "One\nTwo" },
            { verse: true, words: "[3] Three\nFour" },
          ],
        },
      ],
    });
    expect(poem.witnesses[0].passages.flatMap(({ sentences }) => sentences.map(({ path }) => path))).toEqual([
      "1.1",
      "1.2",
      "2.1",
      "2.2",
    ]);
  });

  it("reads labels of divisions and names places", () => {
    expect(["III", "Act 3", "act iv", "03", "Epilogue", "", "Part the First", "opener"].map(levelOf)).toEqual(
      ["3", "3", "4", "3", "epilogue", "0", "partthefirst", "nopener"],
    );
    const play = schemeOf(["Act", "Scene", "Line"]);
    expect(describeLevels(play, "3.1.56-60")).toBe("act 3, scene 1, lines 56–60");
    expect(describeLevels(play, "prologue.0.4")).toBe("prologue, scene 0, line 4");
    expect(describeLevels(schemeOf(["book", "strophe"]), "1.2.3-4")).toBe("book 1, strophe 2, lines 3–4");
  });
});

describe("numbers of lines", () => {
  it("counts on from what is printed, and back from the first", () => {
    const division = "";
    const of = (...printed: readonly (string | undefined)[]): readonly string[] =>
      numberLines(printed.map((n) => ({ division, printed: n })));
    expect(of(undefined, undefined, "105", undefined, "3.1.107", "ftln-9")).toEqual([
      "103",
      "104",
      "105",
      "106",
      "107",
      "108",
    ]);
    expect(of("1", "1", "1a", undefined)).toEqual(["1b", "1c", "1a", "2"]);
  });

  it("are unique, whatever is printed", () => {
    const line = fc.record({
      division: fc.constantFrom("1.1", "1.2"),
      printed: fc.option(fc.constantFrom("1", "2", "2a", "5", "x", "0"), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const numbers = numberLines(lines);
        expect(new Set(numbers).size).toBe(lines.length);
        for (const number of numbers) expect(parseReference(number)?.path.join(".")).toBe(number);
      }),
    );
  });
});

describe("editions that divide their lines otherwise", () => {
  const SONNET = [
    "Shall I compare thee to a summer’s day?",
    "Thou art more lovely and more temperate:",
    "Rough winds do shake the darling buds of May,",
    "And summer’s lease hath all too short a date;",
    "Sometime too hot the eye of heaven shines,",
    "And often is his gold complexion dimm’d;",
    "And every fair from fair sometime declines,",
    "By chance or nature’s changing course untrimm’d;",
    "But thy eternal summer shall not fade,",
  ];
  const line = (at: number): string => SONNET[at - 1] ?? "";
  const poem = (...stanzas: readonly (readonly number[])[]): Written[] =>
    stanzas.map((lines) => ({ verse: true, words: lines.map(line).join("\n") }));
  const work = workOfBlocks({
    levels: ["line"],
    witnesses: [{ written: poem([1, 2, 3, 4, 5, 6, 7, 8]) }, { written: poem([5, 6], [1, 2, 3], [9, 4]) }],
  });

  it("gives both one numbering, line by line, moved stanzas too", () => {
    const [, other] = work.witnesses;
    expect(other?.passages.map(({ path }) => path)).toEqual(["5-6", "1-3", "3a-4"]);
    expect(read(work, "4", 1)).toEqual([line(4)]);
    expect(read(work, "7", 1)).toEqual([]);
    const [whole] = resolvePath(work.witnesses[0], { path: ["2"], last: ["3"] });
    expect(whole && makeQuote(work, whole).witnesses).toEqual(["a", "b"]);
  });

  it("leaves a translation its own numbers", () => {
    const both = workOfBlocks({
      witnesses: [
        { language: "la", written: [{ words: "Petis ut tibi avunculi mei exitum scribam." }] },
        {
          language: "en",
          written: [{ words: "Your request that I would send you an account of my uncle’s death." }],
        },
      ],
    });
    expect(both.witnesses.map(({ passages }) => passages[0]?.path)).toEqual(["1", "1"]);
  });
});
