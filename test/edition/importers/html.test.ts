import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { QuothError } from "../../../src/edition/quoth-error.js";
import type { Work } from "../../../src/edition/work.js";
import { workOf } from "../letter.js";
import { readings } from "./readings.js";

const SPEECH = readFileSync(new URL("../../data/importers/harbour-speech.html", import.meta.url), "utf8");
const html = (text: string, rules = ""): Work =>
  workOf([text], "html", "", rules === "" ? "" : `    html: {${rules}}\n`);
const outlined = (work: Work): readonly string[] =>
  work.witnesses[0].passages.map(
    (one) =>
      `${one.path} ${one.kind}: ${work.witnesses[0].text.slice(one.start, one.end).replace(/\s+/g, " ")}`,
  );

describe("a page saved from an archive", () => {
  const work = html(SPEECH);
  const words = new Map(readings(work));
  const passages = new Map(work.witnesses[0].passages.map((one) => [one.path, one]));

  it("tells article from chrome, and notes and metadata from the text", () => {
    expect(outlined(work).map((line) => line.slice(0, 32))).toEqual([
      "heading.1 navigation: Speech on ",
      "heading.2 navigation: The Port A",
      "heading.3 navigation: Speeches",
      "heading.4 navigation: Letters & ",
      "heading.5 heading: Speech on the",
      "metadata.1 byline: Josiah Thorne",
      "metadata.2 dateline: May 6, 1884",
      "opener opener: Mr. Speaker,",
      "1 paragraph: I rise — not for th",
      "heading.6 navigation: Buy our pr",
      "2 paragraph: The sea gives nothi",
      "heading.7 heading: The cost",
      "3 paragraph: Year Pounds",
      "4 paragraph: 1882 14,000",
      "5 paragraph: So it stands in the",
      "heading.8 heading: The song",
      "6 paragraph: The harbour bar is ",
      "7 paragraph: First line of a par",
      "8 paragraph: Second paragraph in",
      "heading.9 navigation: Hidden wor",
      "9 paragraph: Josiah Thorne",
      "heading.10 heading: Notes",
      "note.1 note: The harbour of Port",
      "note.2 note: In 1851.",
      "heading.11 navigation: Related: ",
      "heading.12 navigation: Copyright",
    ]);
    expect(work.witnesses[0].text).not.toContain("Never a quotation");
  });

  it("reads entities, soft hyphens, hard-wrapped lines and page numbers as a reader does", () => {
    expect(words.get("1.1")).toBe("I rise — not for the first time — to speak of the harbour.");
    expect(words.get("1.2")).toBe("It has been dredged once in forty years.");
    expect(words.get("5.1")).toBe("So it stands in the report, and so it was read.");
    expect(passages.get("5")?.page).toBeUndefined();
    expect(passages.get("6")).toMatchObject({ page: "213", division: ["2"] });
  });

  it("knows note signs with and without their brackets, verse, and where its paragraphs can be linked to", () => {
    const [one] = [passages.get("1")];
    expect(
      one?.markers.map(({ label, start, end }) => [label, work.witnesses[0].text.slice(start, end)]),
    ).toEqual([
      ["1", "1"],
      ["2", "[2]"],
    ]);
    expect(one?.anchor).toBe("p1");
    expect(passages.get("6")?.lines).toHaveLength(4);
  });
});

describe("rules in work.yaml", () => {
  const page =
    "<div id=a><p>Mine.</p><p class=x>Theirs.</p><p class=n>A note.</p><p class=m>1884</p></div><p>Chrome.</p>";
  it("say what is what", () => {
    const rules = 'article: "#a", notes: .n, metadata: .m, skip: .x';
    expect(outlined(html(page, rules))).toEqual([
      "1 paragraph: Mine.",
      "heading.1 navigation: Theirs.",
      "note.1 note: A note.",
      "metadata.1 provenance: 1884",
      "heading.2 navigation: Chrome.",
    ]);
  });
  it.each([
    ["that is none", 'article: "[[["', /is no selector/],
    ["of an article that is not there", "article: .nowhere", /nothing in the page is "\.nowhere"/],
  ])("refuse a selector %s", (_, rules, message) => {
    expect(() => html(page, rules)).toThrow(message);
  });
});

describe("HTML's corners", () => {
  it.each<[string, string, readonly string[]]>([
    ["paragraphs parted by breaks", "<body>One.<br><br>Two.", ["One.", "Two."]],
    ["a break in prose", "<p>One<br>and two.", ["One and two."]],
    ["a layout table", "<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", ["One.", "Two."]],
    ["a mere fragment", "Words &lt;here&gt; &amp; there", ["Words <here> & there"]],
    ["broken tags", "<p>One</> two</b", ["One two"]],
    ["a list", "<ol><li>one<li>two</ol>", ["one", "two"]],
    ["preformatted paragraphs", "<pre>One inva-\nsion.\n\nTwo.</pre>", ["One invasion.", "Two."]],
  ])("reads %s", (_, text, wanted) => {
    expect(readings(html(text)).map(([, words]) => words)).toEqual(wanted);
  });

  it("steps over the signs of notes that stand in another file", () => {
    const sign = (type: string): string => `<a href="endnotes.xhtml#n25" ${type}>25</a>`;
    const page = (type: string): readonly string[] =>
      readings(html(`<p>Do wrong,${sign(type)} my soul.</p>`)).map(([, words]) => words);
    expect(page('epub:type="noteref"')).toEqual(["Do wrong, my soul."]);
    expect(page('role="doc-noteref"')).toEqual(["Do wrong, my soul."]);
    expect(page("")).toEqual(["Do wrong,25 my soul."]);
  });

  it("takes a table of contents for the page's own, and no other links", () => {
    const row = (tag: string, at: number): string =>
      `<${tag}>${tag === "li" ? `<a href="#c${at}">Of Ships ${at}</a>` : `Of Ships <span><a href="#p${at}">${at}</a></span>`}</${tag}>`;
    for (const tag of ["li", "p"]) {
      const page = `<div>${[1, 2, 3].map((at) => row(tag, at)).join("")}</div><p>See <a href="#c1">there</a>.</p><p>We sailed in 9<a href="#n1">9</a></p>`;
      expect(outlined(html(page)).map((line) => line.split(" ")[1])).toEqual([
        "navigation:",
        "navigation:",
        "navigation:",
        "paragraph:",
        "paragraph:",
      ]);
    }
    expect(outlined(html(`<div>${row("li", 1)}${row("li", 2)}</div>`))[0]).toMatch(/^1 paragraph/);
    const noted = [1, 2, 3].map((at) => `<p>We sailed<sup><a href="#n${at}">${at}</a></sup></p>`).join("");
    const notes = [1, 2, 3].map((at) => `<li id="n${at}">At dawn.</li>`).join("");
    expect(outlined(html(`<div>${noted}</div><ol>${notes}</ol>`))[0]).toMatch(/^1 paragraph/);
  });

  it("knows who speaks in a play, and what is done on the stage", () => {
    const work = html(
      `<table><tr><td></td><td><i epub:type="z3998:stage-direction"><b epub:type="z3998:persona">Lane</b> enters.</i></td></tr>
       <tr><td epub:type="z3998:persona">Lane</td><td>Yes, sir. <i epub:type="z3998:stage-direction">Bows.</i> No, sir.</td></tr></table><p>The end.</p>`,
    );
    expect(work.witnesses[0].passages.map(({ voice }) => voice)).toEqual([
      "Ann Author",
      "Ann Author",
      "Lane",
      "Ann Author",
      "Lane",
      undefined,
    ]);
    expect(outlined(work)).toEqual([
      "heading.1 stage: Lane enters.",
      "heading.2 speaker: Lane",
      "1 paragraph: Yes, sir.",
      "heading.3 stage: Bows.",
      "2 paragraph: No, sir.",
      "3 paragraph: The end.",
    ]);
  });

  it("refuses nesting without end, with line and column", () => {
    expect.assertions(2);
    try {
      html(`\n${"<div>".repeat(100_000)}`);
    } catch (error) {
      expect(error).toBeInstanceOf(QuothError);
      expect((error as QuothError).message).toMatch(/:2:\d+: .*nests deeper/);
    }
  });
});
