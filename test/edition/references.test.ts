import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeQuote, pathOf } from "../../src/edition/make-quote.js";
import { formatReference, parseReference } from "../../src/edition/reference.js";
import { resolvePath } from "../../src/edition/resolve-path.js";
import type { Witness } from "../../src/edition/work.js";
import { letter, workOf } from "./letter.js";

const work = letter();
const [marxists] = work.witnesses;

/** The words that a reference names in one witness, passages parted by " / ". */
function words(text: string, witness: Witness = marxists, of = work): string | undefined {
  const reference = parseReference(text);
  if (!reference) return undefined;
  return resolvePath(witness, reference)
    .map((located) => makeQuote(of, located).text)
    .join(" / ");
}

describe("parseReference", () => {
  const path = (first: string, last = first): object => ({ path: first.split("."), last: last.split(".") });
  it.each([
    ["3", path("3")],
    ["3.1", path("3.1")],
    [" 3.1 ", path("3.1")],
    ["3.1-2", path("3.1", "3.2")],
    ["3.1–2", path("3.1", "3.2")],
    ["3.1 - 3.2", path("3.1", "3.2")],
    ["3-5", path("3", "5")],
    ["3a", path("3a")],
    ["3a.1b", path("3a.1b")],
    ["¶3", path("3")],
    ["¶ 3.1", path("3.1")],
    [":3.1", path("3.1")],
    ["opener", path("opener")],
    ["CLOSER", path("closer")],
    ["note.A", path("note.A")],
    ["Note.a", path("note.a")],
    ["note.*", path("note.*")],
    ["note.A.2-3", path("note.A.2", "note.A.3")],
    ["note.1~2", path("note.1~2")],
    ["heading.1", path("heading.1")],
    ["metadata.6.3", path("metadata.6.3")],
    ["jfk-1961-04-18:3.1", { work: "jfk-1961-04-18", ...path("3.1") }],
    ["jfk-1961-04-18:3.1-2@ucsb", { work: "jfk-1961-04-18", ...path("3.1", "3.2"), witness: "ucsb" }],
    ["3@ucsb", { ...path("3"), witness: "ucsb" }],
    ["gett.ysburg_2:opener", { work: "gett.ysburg_2", ...path("opener") }],
  ])("%s", (text, wanted) => expect(parseReference(text)).toEqual(wanted));

  it.each([
    "",
    " ",
    ":",
    "@",
    ".",
    "-",
    "3.",
    ".3",
    "3..1",
    "3.1-",
    "-3",
    "3@",
    "@ucsb",
    "3@@ucsb",
    "3:",
    "a:b",
    "3.1-2-3",
    "1-2.3.4",
    "note",
    "note.",
    "note.A-B",
    "freedom",
    "3 refugees",
    "100,000",
    "3.1 and 3.2",
    "\u0000",
    "3\n4",
    "3.1; DROP TABLE",
    "../../etc/passwd",
    "$(id)",
    "３",
    "1234567",
    "opener.closer",
    "note.😀",
    "@everyone",
  ])("%j is none", (text) => expect(parseReference(text)).toBeUndefined());

  it("refuses hostile input at once", () => {
    for (const text of [
      "3".repeat(1e5),
      "3.".repeat(1e5),
      "a".repeat(1e5),
      `${"a:".repeat(1e5)}3`,
      `3${" ".repeat(1e5)}x`,
      `3.1${"-".repeat(1e5)}`,
    ])
      expect(parseReference(text)).toBeUndefined();
  });

  it("reads what it formats", () => {
    const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,12}$/);
    const level = fc.nat(9999).map(String);
    fc.assert(
      fc.property(id, fc.array(level, { minLength: 1, maxLength: 4 }), (name, levels) => {
        expect(parseReference(formatReference(name, levels.join(".")))).toEqual({
          work: name,
          path: levels,
          last: levels,
        });
      }),
      { seed: 1961 },
    );
  });
});

describe("resolvePath", () => {
  it("finds passages, sentences, ranges and apparatus", () => {
    expect(words("3.4")).toBe(
      "The United States government can take no action to stifle the spirit of liberty.",
    );
    expect(words("6.2-3")).toMatch(/^What your government.*determined to be free\.$/);
    expect(words("6")).toMatch(/^I believe, Mr\. Chairman.*to be free\.$/s);
    expect(words("opener")).toBe("MR. CHAIRMAN:");
    expect(words("closer - 3")).toBe("");
    expect(words("note.b")).toMatch(/^In fact, the U\.S\. invasion/);
    expect(words("note.A.1-2")).toMatch(/^The population.*two and a half years\?$/);
    expect(words("heading.2")).toBe("The U.S. will not invade Cuba");
    expect(words("4-5")?.split(" / ")).toHaveLength(2);
  });

  it.each([
    "7",
    "0",
    "3.0",
    "3.5",
    "3.4-5",
    "3.2-1",
    "5-4",
    "3-9",
    "note.C",
    "note.A.9",
    "heading.9",
    "3.1.1",
    "3a",
    "opener.2",
    "4.1-5.2",
  ])("%s names nothing", (text) => expect(words(text)).toBe(""));

  it("every sentence of every witness resolves to itself, and so does every run", () => {
    for (const witness of work.witnesses) {
      for (const passage of witness.passages) {
        for (let from = 0; from < passage.sentences.length; from += 1) {
          for (let to = from + 1; to <= passage.sentences.length; to += 1) {
            const path = pathOf({ witness, passage, from, to });
            const reference = parseReference(formatReference(work.id, path));
            expect(reference, path).toBeDefined();
            if (reference) expect(resolvePath(witness, reference)).toEqual([{ witness, passage, from, to }]);
          }
        }
      }
    }
  });

  it("resolves one reference in editions that split, join, move, add and omit", () => {
    const made = workOf([
      "The first paragraph has one sentence here. It has another one, too.\n\nThe second is about refugees in Laos.\n\nThe third speaks of treaties; it is long enough.",
      "The third speaks of treaties; it is long enough.\n\nA new paragraph nobody had before.\n\nThe first paragraph has one sentence here, it has another one, too.",
    ]);
    const [a, b] = made.witnesses;
    if (!b) throw new Error("two witnesses");
    expect(b.passages.map((p) => p.path)).toEqual(["3", "3a", "1"]);
    expect(words("1", b, made)).toBe("The first paragraph has one sentence here, it has another one, too.");
    expect(words("1.1-2", b, made)).toBe(
      "The first paragraph has one sentence here, it has another one, too.",
    );
    // Half of a joined sentence is not what was asked for, but the sentence that holds it is.
    expect(words("1.2", b, made)).toBe("The first paragraph has one sentence here, it has another one, too.");
    expect(words("2", b, made)).toBe("");
    expect(words("3a.1", b, made)).toBe("A new paragraph nobody had before.");
    expect(words("3a", a, made)).toBe("");
    expect(words("3.1@b", b, made)).toBe("The third speaks of treaties; it is long enough.");
  });
});
