import { describe, expect, it } from "vitest";
import { checkCoverage } from "../../../src/edition/check-coverage.js";
import { makeQuote } from "../../../src/edition/make-quote.js";
import { parseReference } from "../../../src/edition/reference.js";
import { resolvePath } from "../../../src/edition/resolve-path.js";
import { letter, outline, sentencesOf } from "../letter.js";

const work = letter();
const [marxists, ucsb] = work.witnesses;
if (!ucsb) throw new Error("the letter has two editions");

describe("what is whose in the letter", () => {
  it("marxists.org: every block has its layer", () => {
    expectAlike(outline(marxists), [
      "heading.1 heading heading: John F Kennedy History Archive",
      "heading.2 heading heading: The U.S. will not invade Cuba",
      "metadata.1 metadata dateline: Washington, April 18, 1961",
      "opener text opener: MR. CHAIRMAN:",
      "1 text paragraph: You are under a serious misapprehension in … inal movement and government.",
      "2 text paragraph: These are unmistakable signs that Cubans fin … of achieving their liberties.",
      "3 text paragraph: I have previously stated, and I repeat now,  … stifle the spirit of liberty.",
      "4 text paragraph: I have taken careful note of your statement  … dangerous to general peace. [B]",
      "5 text paragraph: I agree with you as to the desirability of s … ir Latin American neighbors.",
      "6 text paragraph: I believe, Mr. Chairman, that you should rec … those determined to be free.",
      "closer text closer: John F. Kennedy",
      "heading.3 heading navigation: Khrushchev Responds: Of What Freedom Are You Speaking?",
      "note.A note note: [A] The population of Cuba in 1959 was 6,9 … y they choose to leave Cuba.",
      "note.B note note: [B] In fact, the U.S. invasion of Cuba gav … ainst future U.S. invasions.",
      "metadata.2 metadata provenance: Written: April 18, 1961",
      "metadata.3 metadata provenance: Source: Foreign Relations of … Crisis and Aftermath (No. 10)",
      "metadata.4 metadata provenance: Markup: Brian Baggins",
      "metadata.5 metadata provenance: Copyleft: Kennedy History Ar … Free Documentation License.",
      "metadata.6 metadata source-note: Department of State, Presid … Wants To Know, pp. 59-60.",
    ]);
  });

  it("the Presidency Project: every block has its layer", () => {
    expectAlike(outline(ucsb), [
      "metadata.1 metadata byline: John F. Kennedy",
      "metadata.2 metadata dateline: April 18, 1961",
      "heading.1 heading heading: Message to Chairman Khrushchev Concerning the Meaning of Events in Cuba",
      "opener text opener: Mr. Chairman:",
      "1 text paragraph: You are under a serious … movement and government.",
      "2 text paragraph: These are unmistakable … of achieving their liberties.",
      "3 text paragraph: I have previously stated … stifle the spirit of liberty.",
      "4 text paragraph: I have taken careful … dangerous to general peace.",
      "5 text paragraph: I agree with you … ir Latin American neighbors.",
      "6 text paragraph: I believe, Mr. Chairman … those determined to be free.",
      "closer text closer: JOHN F. KENNEDY",
      "metadata.3 metadata addressee: [N. S. Khrushchev, Chairman, Council of Ministers, Union of Soviet Socialist Republics]",
    ]);
  });

  it("has 22 sentences in each edition, with the same references", () => {
    const own = (witness: typeof marxists): readonly string[] =>
      witness.passages.filter((p) => p.kind === "paragraph").flatMap((p) => p.sentences.map((s) => s.path));
    const paths = [5, 3, 4, 3, 4, 3].flatMap((count, p) =>
      Array.from({ length: count }, (_, s) => `${p + 1}.${s + 1}`),
    );
    expect(own(marxists)).toEqual(paths);
    expect(own(ucsb)).toEqual(paths);
    expect(paths).toHaveLength(22);
  });

  it("cuts sentences where they end, and nowhere else", () => {
    const byPath = new Map(sentencesOf(marxists));
    expect(byPath.get("1.3")).toBe(
      "More than 100,000 refugees have recently fled from Cuba into neighboring countries[A].",
    );
    expect(byPath.get("1.5")).toMatch(
      /^Many of these refugees fought alongside Dr\. Castro .*; among them .*government\.$/,
    );
    expect(byPath.get("4.3")).toMatch(/^I would like .* general peace\. \[B\]$/);
    expect(byPath.get("6.1")).toMatch(/^I believe, Mr\. Chairman, that .* revolution\.$/);
    expect(byPath.get("6.2")).toBe(
      "What your government believes is its own business; what it does in the world is the world's business.",
    );
    expect(byPath.get("metadata.3")).toMatch(/\(No\. 10\)$/);
    expect(byPath.get("metadata.6.3")).toMatch(/released? at 6:45 p\.m\. April 18\.$/);
    expect(byPath.get("metadata.6.5")).toMatch(/pp\. 286-287; .* pp\. 59-60\.$/);
    expect([...byPath.keys()].filter((path) => path.startsWith("note."))).toEqual([
      "note.A.1",
      "note.A.2",
      "note.A.3",
      "note.A.4",
      "note.B",
    ]);
  });

  it("steps over the archive's markers and says where they stand", () => {
    const quote = (path: string): ReturnType<typeof makeQuote> => {
      const reference = parseReference(path);
      const [located] = reference ? resolvePath(marxists, reference) : [];
      if (!located) throw new Error(path);
      return makeQuote(work, located);
    };
    const refugees = quote("1.3");
    expect(refugees.text).toMatch(/into neighboring countries\.$/);
    expect(refugees.spans).toHaveLength(2);
    expect(refugees.markers).toEqual([{ label: "A", offset: marxists.text.indexOf("[A]") }]);
    expect(refugees.witnesses).toEqual(["marxists", "ucsb", "frus"]);
    const peace = quote("4.3");
    expect(peace.text).toMatch(/dangerous to general peace\.$/);
    expect(peace.spans).toHaveLength(1);
    expect(peace.markers).toEqual([{ label: "B", offset: marxists.text.indexOf("[B]") }]);
    expect(peace.witnesses).toEqual(["marxists", "ucsb", "frus"]);
    expect(quote("note.A").text).toMatch(/^The population/);
    expect(quote("note.A")).toMatchObject({ layer: "note", voice: "Kennedy History Archive (marxists.org)" });
    expect(quote("metadata.6").voice).toMatch(/^Foreign Relations of the United States/);
  });

  it("knows where the editions differ", () => {
    const quotes = marxists.passages
      .filter((p) => p.layer === "text")
      .flatMap((p) =>
        p.sentences.map((_, at) => makeQuote(work, { witness: marxists, passage: p, from: at, to: at + 1 })),
      );
    const otherwiseIn = (siglum: string): readonly string[] =>
      quotes
        .filter((quote) => !quote.witnesses.includes(siglum))
        .map((quote) => quote.reference.slice(work.id.length + 1));
    expect(otherwiseIn("ucsb")).toEqual(["opener", "1.5", "6.1", "closer"]);
    expect(otherwiseIn("frus")).toEqual(["opener", "6.2"]);
  });

  it("is covered, and is what its pinned references say", () => {
    for (const { path, text, passages } of work.witnesses)
      expect(() => checkCoverage(path, text, passages)).not.toThrow();
    const pinned = letter(true);
    expect(pinned.pinned).toBe(true);
    expect(pinned.witnesses.map((w) => w.passages)).toEqual(work.witnesses.map((w) => w.passages));
  });
});

/** Path, layer and kind are equal; the words begin and end so. */
function expectAlike(found: readonly string[], wanted: readonly string[]): void {
  const short = found.map((line, at) => {
    const [head = "", tail] = (wanted[at] ?? "").split(" … ");
    return tail !== undefined && line.startsWith(head) && line.endsWith(tail) ? `${head} … ${tail}` : line;
  });
  expect(short).toEqual(wanted);
}
