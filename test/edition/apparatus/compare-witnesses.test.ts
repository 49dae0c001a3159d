import { beforeAll, describe, expect, it } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { type Apparatus, apparatusSchema } from "../../../src/edition/apparatus/apparatus.js";
import { compareWitnesses } from "../../../src/edition/apparatus/compare-witnesses.js";
import type { Work } from "../../../src/edition/work.js";
import { plainWork } from "./plain-work.js";

/** "1.1 lemma[a c] reading[b] substantive variant" for each reading. */
function lines({ entries, work }: Apparatus): readonly string[] {
  return entries.flatMap(({ reference, lemma, readings }) =>
    readings.map(
      ({ text, kind, type, witnesses }) =>
        `${reference.slice(work.length + 1)} ${lemma.text}[${lemma.witnesses.join(" ")}] ${text}[${witnesses.join(" ")}] ${kind} ${type}`,
    ),
  );
}

const compare = (...texts: string[]): readonly string[] => lines(compareWitnesses(plainWork(texts)));

describe("the letter in its three editions", () => {
  let work: Work;
  beforeAll(async () => {
    [work] = (await readCorpus("corpus")) as [Work];
  });

  it("finds exactly the variants that the sources are known to have", () => {
    expect(lines(compareWitnesses(work))).toEqual([
      "opener MR. CHAIRMAN[marxists] Mr. Chairman[ucsb frus] accidental variant",
      "1.5 alongside[marxists frus] along side[ucsb] accidental variant",
      "6.1 for Communist[marxists frus] for the Communist[ucsb] substantive variant",
      "6.2 world's[marxists ucsb] world’s[frus] accidental variant",
      "closer John F. Kennedy[marxists frus] JOHN F. KENNEDY[ucsb] accidental variant",
    ]);
  });

  it("is narrowed to a paragraph, a sentence, an edition", () => {
    const at = (reference: string): readonly string[] =>
      compareWitnesses(work, reference).entries.map((entry) => entry.reference);
    expect(at("1")).toEqual(["jfk-1961-04-18:1.5"]);
    expect(at("1.5")).toEqual(["jfk-1961-04-18:1.5"]);
    expect(at("jfk-1961-04-18:6.1@ucsb")).toEqual(["jfk-1961-04-18:6.1"]);
    expect(at("1.4")).toEqual([]);
    expect(at("opener")).toEqual(["jfk-1961-04-18:opener"]);
  });

  it.each([
    ["9.9", "not-found"],
    ["note.A", "not-found"],
    ["some words", "usage"],
    ["other:1", "usage"],
    ["1@nobody", "unknown-witness"],
  ])("refuses %s with %s", (reference, code) => {
    expect(() => compareWitnesses(work, reference)).toThrow(expect.objectContaining({ code }));
  });

  it("follows its schema", () => {
    expect(apparatusSchema.parse(compareWitnesses(work))).toEqual(compareWitnesses(work));
  });
});

describe("works made up", () => {
  it("has no entries with one witness, or with equal ones", () => {
    expect(compare("One sentence. Another one.")).toEqual([]);
    expect(compare("One sentence. Another one.", "One  sentence.\nAnother one.")).toEqual([]);
  });

  it("groups the readings of several witnesses under one lemma", () => {
    expect(
      compare(
        "The quick brown fox jumps.",
        "The quick red fox jumps.",
        "The quick red fox jumps.",
        "The quick brown fox jumps.",
      ),
    ).toEqual(["1.1 brown[a d] red[b c] substantive variant"]);
  });

  it("widens a lemma where witnesses overlap, so that each has one reading of it", () => {
    expect(
      compare(
        "We met a quick brown fox there.",
        "We met a slow red fox there.",
        "We met a quick red fox there.",
      ),
    ).toEqual([
      "1.1 quick brown[a] slow red[b] substantive variant",
      "1.1 quick brown[a] quick red[c] substantive variant",
    ]);
  });

  it("tells omitted and added words", () => {
    expect(compare("It did not rain in May.", "It did rain in May.")).toEqual([
      "1.1 not[a] [b] substantive omission",
    ]);
    expect(compare("It rained in May.", "It rained hard in May.")).toEqual([
      "1.1 rained in[a] rained hard in[b] substantive variant",
    ]);
    expect(compare("Rain fell in May.", "Heavy rain fell in May.")).toEqual([
      "1.1 Rain[a] Heavy rain[b] substantive variant",
    ]);
  });

  it("finds words that changed places", () => {
    expect(compare("They worked night and day for it.", "They worked day and night for it.")).toEqual([
      "1.1 night and day[a] day and night[b] substantive transposition",
    ]);
    expect(compare("There is naturally some hope.", "There naturally is some hope.")).toEqual([
      "1.1 is naturally[a] naturally is[b] substantive transposition",
    ]);
  });

  const s = [
    "The first sentence stands here.",
    "A second follows on it.",
    "Whales are in the third.",
    "Finally the fourth ends.",
  ];

  it("finds a sentence that stands elsewhere, in the passage or in another", () => {
    const [one, two, three, four] = s as [string, string, string, string];
    const [entry] = compareWitnesses(plainWork([s.join(" "), [one, three, four, two].join(" ")])).entries;
    expect(entry).toMatchObject({
      reference: "work:1.2",
      lemma: { text: two },
      readings: [{ type: "transposition", text: two }],
    });
    const two1 = compareWitnesses(
      plainWork([`${one} ${two}\n\n${three} ${four}`, `${one}\n\n${three} ${four} ${two}`]),
    ).entries;
    expect(two1).toHaveLength(1);
    expect(two1[0]).toMatchObject({
      lemma: { text: two },
      readings: [{ type: "transposition", places: [{ reference: "work:2.2a" }] }],
    });
  });

  it("finds moved paragraphs, and says after which they stand", () => {
    const { entries } = compareWitnesses(plainWork([s.join("\n\n"), [s[0], s[2], s[3], s[1]].join("\n\n")]));
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      reference: "work:2",
      readings: [{ type: "transposition", places: [{ witness: "b", after: "work:4" }] }],
    });
  });

  it("finds passages that a witness lacks or adds", () => {
    expect(compare(s.join("\n\n"), [s[0], s[1], s[3]].join("\n\n"))).toEqual([
      "3 Whales are in the third.[a] [b] substantive omission",
    ]);
    const added = compareWitnesses(
      plainWork([s.slice(0, 2).join("\n\n"), [s[0], s[2], s[1]].join("\n\n"), s.slice(0, 2).join("\n\n")]),
    );
    expect(added.entries).toMatchObject([
      {
        reference: "work:1a",
        lemma: { text: "", after: "work:1", witnesses: ["a", "c"] },
        readings: [{ type: "addition", witnesses: ["b"], text: s[2] }],
      },
    ]);
    expect(
      compareWitnesses(plainWork([s.slice(0, 2).join("\n\n"), [s[0], s[2], s[1]].join("\n\n")]), "1a")
        .entries,
    ).toHaveLength(1);
  });

  it("keeps sentences apart that one witness runs together", () => {
    expect(compare("We came home. We saw it all.", "We came home; we saw it all.")).toEqual([
      "1 . We[a] ; we[b] accidental variant",
    ]);
  });
});
