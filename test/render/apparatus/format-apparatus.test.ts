import { describe, expect, it } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { compareWitnesses } from "../../../src/edition/apparatus/compare-witnesses.js";
import type { Work } from "../../../src/edition/work.js";
import { formatApparatus } from "../../../src/render/apparatus/format-apparatus.js";
import { plainWork } from "../../edition/apparatus/plain-work.js";

const entries = (...texts: string[]): readonly string[] =>
  formatApparatus(compareWitnesses(plainWork(texts)))
    .split("\n")
    .filter((line) => /^\d/.test(line));

describe("formatApparatus", () => {
  it("prints the letter's apparatus under its sigla", async () => {
    const [work] = (await readCorpus("corpus")) as [Work];
    expect(formatApparatus(compareWitnesses(work))).toBe(
      [
        "marxists: Kennedy History Archive (marxists.org), 2002, The U.S. will not invade Cuba (base)",
        "ucsb: The American Presidency Project, University of California, Santa Barbara, Message to Chairman Khrushchev Concerning the Meaning of Events in Cuba",
        "frus: Foreign Relations of the United States, 1961–1963, vol. VI, document 10 (U.S. Department of State, 1996), Letter From President Kennedy to Chairman Khrushchev",
        "",
        "opener MR. CHAIRMAN] Mr. Chairman ucsb frus*",
        "1.5 alongside] along side ucsb*",
        "6.1 for Communist] for the Communist ucsb",
        "6.2 world's] world’s frus*",
        "closer John F. Kennedy] JOHN F. KENNEDY ucsb*",
        "",
        "* spelling, case, punctuation or word division only",
      ].join("\n"),
    );
  });

  it("says in words what is lacking, added, transposed or elsewhere", () => {
    expect(entries("It did not rain.", "It did rain.", "It did not snow.")).toEqual([
      "1.1 not] lacking b",
      "1.1 rain] snow c",
    ]);
    expect(entries("It was night and day.", "It was day and night.")).toEqual([
      "1.1 night and day] day and night (transposed) b",
    ]);
    const [one, two, three] = [
      "Alpha stands before all.",
      "Beta comes right after.",
      "Gamma is the last of them.",
    ];
    expect(entries([one, two, three].join("\n\n"), [two, three, one].join("\n\n"))).toEqual([
      "1 Alpha stands before all.] stands elsewhere (after 3) b",
    ]);
    expect(entries([one, two].join("\n\n"), [one, two, three].join("\n\n"))).toEqual([
      "2a after 2: added b: Gamma is the last of them.",
    ]);
    expect(entries([one, two, three].join("\n\n"), [one, three].join("\n\n"))).toEqual([
      "2 Beta comes right after.] lacking b",
    ]);
  });

  it("says so where there is nothing to compare", () => {
    expect(formatApparatus(compareWitnesses(plainWork(["One."])))).toContain("Only one edition is loaded");
    expect(formatApparatus(compareWitnesses(plainWork(["One.", "One."])))).toContain("do not differ");
  });

  it("prints no control characters", () => {
    expect(
      formatApparatus(compareWitnesses(plainWork(["A \u001b[31mred fox.", "A \u202egreen fox."]))),
    ).not.toMatch(/[\u001b\u202e]/);
  });
});
