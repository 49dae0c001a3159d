import { beforeAll, describe, expect, it } from "vitest";
import { pickVoices } from "../../src/conversation/pick-voices.js";
import { pickWorks, type WorkScope } from "../../src/conversation/pick-works.js";
import { parseDateRange } from "../../src/edition/date-range.js";
import { matchNames } from "../../src/edition/match-names.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import type { Work } from "../../src/edition/work.js";
import { workOfBlocks } from "../edition/made-up-blocks.js";
import { libraryWorks } from "../library.js";

let works: readonly Work[] = [];
beforeAll(async () => {
  works = await libraryWorks();
});
const ids = (scope: WorkScope): readonly string[] => pickWorks(works, scope).map(({ id }) => id);
const refused = (act: () => unknown): QuothError => {
  try {
    act();
  } catch (error) {
    if (error instanceof QuothError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};

describe("works by id", () => {
  it("takes one, several, a list, in any case", () => {
    expect(ids({})).toHaveLength(5);
    expect(ids({ work: "Gettysburg" })).toEqual(["gettysburg"]);
    expect(ids({ work: ["gettysburg, meditations"] })).toEqual(["gettysburg", "meditations"]);
    expect(ids({ work: ["meditations", "gettysburg"] })).toEqual(["gettysburg", "meditations"]);
  });

  it("names the nearest where there is none", () => {
    expect(refused(() => ids({ work: "getysburg" }))).toMatchObject({ code: "unknown-work" });
    expect(refused(() => ids({ work: "getysburg" })).remedy).toContain("Did you mean gettysburg?");
    expect(refused(() => ids({ work: "pliny" })).remedy).toContain("Did you mean pliny-vesuvius?");
    expect(refused(() => ids({ work: "xyz" })).remedy).toMatch(/^These are loaded: fourth-of-july/);
  });

  it("tells no more than twenty of very many", () => {
    const [work] = works;
    const many = Array.from({ length: 200 }, (_, at) => ({ ...(work as Work), id: `work-${at}-of-all` }));
    expect(refused(() => pickWorks(many, { work: "nothing" })).remedy).toMatch(/and 180 more\.$/);
  });
});

describe("works by author", () => {
  it("matches forgivingly, and several", () => {
    expect(ids({ author: "lincoln" })).toEqual(["gettysburg", "second-inaugural"]);
    expect(ids({ author: ["DOUGLASS", "A. Lincoln"] })).toHaveLength(3);
    expect(refused(() => ids({ author: "Shakespeare" }))).toMatchObject({ code: "unknown-author" });
    expect(refused(() => ids({ author: "Shakespeare" })).remedy).toContain("Abraham Lincoln");
  });

  it("reads names as people type them", () => {
    const names = ["John F. Kennedy", "Robert Kennedy", "Émile Zola", "Gabriel García Márquez"];
    const meant = (asked: string): readonly string[] => matchNames(names, asked);
    expect(meant("kennedy")).toEqual(["John F. Kennedy", "Robert Kennedy"]);
    expect(meant("JFK")).toEqual(["John F. Kennedy"]);
    expect(meant("J. F. Kennedy")).toEqual(["John F. Kennedy"]);
    expect(meant("john kennedy")).toEqual(["John F. Kennedy"]);
    expect(meant("zola")).toEqual(["Émile Zola"]);
    expect(meant("Garcia Marquez")).toEqual(["Gabriel García Márquez"]);
    expect(meant("Kennedy John")).toEqual([]);
    expect(meant("…")).toEqual([]);
    const alike = ["Kennedy History Archive", "John F. Kennedy", "Pliny", "Pliny the Younger"];
    expect(matchNames(alike, "Kennedy")).toEqual(["John F. Kennedy"]);
    expect(matchNames(alike, "Kennedy Archive")).toEqual(["Kennedy History Archive"]);
    expect(matchNames(alike, "pliny")).toEqual(["Pliny"]);
    expect(matchNames(alike, "Pliny Younger")).toEqual(["Pliny the Younger"]);
  });
});

describe("works by date", () => {
  it("keeps what is certainly before or after", () => {
    expect(ids({ before: "1863" })).toEqual(["fourth-of-july"]);
    expect(ids({ after: "1863" })).toEqual(["second-inaugural"]);
    expect(ids({ after: "1852", before: "1865-03" })).toEqual(["gettysburg"]);
    expect(ids({ before: "1863-11-20" })).toEqual(["fourth-of-july", "gettysburg"]);
    // Dated March 1865: whether before the 4th nobody knows.
    expect(ids({ after: "1864", before: "1866" })).toEqual(["second-inaugural"]);
    expect(refused(() => ids({ after: "1864", before: "1865-03-04" }))).toMatchObject({
      code: "unknown-work",
    });
    expect(refused(() => ids({ before: "soon" }))).toMatchObject({ code: "usage" });
  });

  it("reads ISO dates, months, years, spans, and years before our era", () => {
    expect(parseDateRange("1863")).toEqual({ first: 18630101, last: 18631231 });
    expect(parseDateRange("1599/1601")).toEqual({ first: 15990101, last: 16011231 });
    expect((parseDateRange("-0044-03-15")?.last ?? 0) < (parseDateRange("0014")?.first ?? 0)).toBe(true);
    for (const none of ["about 1600", "1863-13", "1863-11-32", "1601/1599", "", "19/11/1863"])
      expect(parseDateRange(none), none).toBeUndefined();
  });
});

describe("voices", () => {
  const play = workOfBlocks({
    authors: ["William Shakespeare"],
    witnesses: [
      {
        written: [
          { words: "To be, or not to be.", voice: "Hamlet" },
          { words: "Good my lord.", voice: "Ophelia" },
        ],
      },
    ],
  });
  it("finds speakers and says who is there", () => {
    expect(pickVoices([play], "HAMLET")).toEqual(["Hamlet"]);
    expect(pickVoices([play], undefined)).toBeUndefined();
    const error = refused(() => pickVoices([play], "Yorick"));
    expect([error.code, error.remedy]).toEqual(["unknown-voice", "These do: Hamlet, Ophelia."]);
  });
});
