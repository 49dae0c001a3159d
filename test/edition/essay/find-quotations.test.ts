import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQuotations } from "../../../src/edition/essay/find-quotations.js";
import { maskMarkup } from "../../../src/edition/essay/mask-markup.js";
import { positionAt } from "../../../src/edition/position-at.js";

const texts = (essay: string, format: "markdown" | "text" = "markdown"): readonly string[] =>
  findQuotations(essay, format).map(({ text }) => text);

describe("quotation marks", () => {
  test.each([
    ['He said "one two" and "three".', ["one two", "three"]],
    ["He said “one two” and ‘three four’.", ["one two", "three four"]],
    ["Er sagte „eins zwei“ und ‚drei‘.", ["eins zwei", "drei"]],
    ["Powiedział „raz dwa”.", ["raz dwa"]],
    ["Il dit « un deux » puis ‹ trois ›.", ["un deux", "trois"]],
    ["Er sagte »eins zwei« und ›drei‹.", ["eins zwei", "drei"]],
    ["Han sade ”ett två” sedan.", ["ett två"]],
    ["彼は「一二三」と言った。", ["一二三"]],
    ["He said 'one two' and left.", ["one two"]],
    ['("one two")', ["one two"]],
    ['—"one two"—', ["one two"]],
    [
      "He wrote &#8220;one two&#8221;, &#x201c;caf&eacute;&#x201D; and &#34;it&#39;s&#34;.",
      ["one two", "café", "it's"],
    ],
    ["He wrote &ldquo;one two&rdquo; and &quot;three&quot;.", ["one two", "three"]],
  ])("%s", (essay, expected) => {
    expect(texts(essay)).toEqual(expected);
  });

  test.each([
    "It's the world's business, isn't it? 'Tis so, in the '60s, rock 'n' roll.",
    "It’s the world’s business; the peoples’ choice, the ’60s.",
    "He is 6'2\" tall.",
    "No quotation at all.",
    'An unbalanced " mark here.',
    "Dogs' and cats' rights",
  ])("none in: %s", (essay) => {
    expect(texts(essay)).toEqual([]);
  });

  test("apostrophes within single marks do not end them", () => {
    expect(texts("He said 'what it does is the world's business' then.")).toEqual([
      "what it does is the world's business",
    ]);
    expect(texts("He said ‘the peoples’ choice is free’ then.")).toEqual(["the peoples’ choice is free"]);
  });

  test("nested ones are found, with their depth", () => {
    const found = findQuotations("She wrote, “He said ‘one two’ to us.”");
    expect(found.map(({ text, depth }) => [text, depth])).toEqual([
      ["He said ‘one two’ to us.", 0],
      ["one two", 1],
    ]);
  });

  test("they run over lines, and over paragraphs that open anew", () => {
    expect(texts('He said "one\ntwo" here.')).toEqual(["one\ntwo"]);
    expect(texts("“One two.\n\n“Three four.” End.")).toEqual(["One two.\n\nThree four."]);
  });

  test("one without its partner ends with its paragraph", () => {
    expect(texts('A "lost mark.\n\nThen "one two" follows.')).toEqual(["one two"]);
    expect(texts("A “lost mark.\n\nThen “one two” follows.")).toEqual(["one two"]);
  });
});

describe("Markdown", () => {
  test("emphasis, links, escapes and footnotes are no part of the words", () => {
    expect(
      texts('He said "it does *not* [mean](http://x.org "a title") that[^1] **so** \\*here*".'),
    ).toContain("it does not mean that so *here");
  });

  test("footnotes quote, too", () => {
    expect(texts('See.[^1]\n\n[^1]: He said "one two".')).toEqual(["one two"]);
  });

  test("wikis' links, bold and italics are no part of the words, and their quotations are blocks", () => {
    expect(texts(`He said ''"one [[Two (number)|two]] '''three''' [[four]]"''.`)).toEqual([
      "one two three four",
    ]);
    const found = findQuotations(
      "{{Blockquote|text=One [[two|zwei]].|author=X}} {{quote|Three.}} {{cite|title=No}}",
    );
    expect(found.map(({ text, kind }) => [text, kind])).toEqual([
      ["One zwei.", "block"],
      ["Three.", "block"],
    ]);
    expect(texts("<!-- {{quote|hidden}} --> `{{quote|code}}`")).toEqual([]);
  });

  test.each([
    '`"in code"`',
    '```\n"in a fence"\n```',
    '<a title="in an attribute">link</a>',
    '<!-- "in a comment" -->',
    '---\ntitle: "in front matter"\n---\n',
    '[1]: http://x.org "in a definition"',
  ])("nothing in %s", (essay) => {
    expect(texts(essay)).toEqual([]);
  });

  test("block quotations are one quotation, without their prefixes and their attribution", () => {
    expect(texts("Text.\n\n> One two\n> three.\n>\n> Four.\n>\n> — John F. Kennedy\n\nText.")).toEqual([
      "One two\nthree.\n\nFour.",
    ]);
    expect(texts("> “One two three.”")).toHaveLength(1);
    expect(texts("> [!NOTE]\n> Beware of this.")).toEqual([]);
    expect(texts("<blockquote>One two three</blockquote>")).toEqual(["One two three"]);
  });

  test("a quotation in a block is nested", () => {
    const found = findQuotations("> He said “one two” to us.");
    expect(found.map(({ kind, depth }) => [kind, depth])).toEqual([
      ["block", 0],
      ["inline", 1],
    ]);
  });
});

test("lines and columns are those of the words", () => {
  const essay = 'One line.\r\nHe said "one two".\r\n\r\n> A block.';
  for (const found of findQuotations(essay)) {
    const { line, column } = found;
    expect({ line, column }).toEqual(positionAt(essay, found.start));
    expect(essay.slice(found.start, found.end)).toBe(found.text);
  }
});

test("whatever the text, the mask is as long, and every quotation lies within", () => {
  const piece = fc.constantFrom(
    '"',
    "'",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "> ",
    "\n",
    "\n\n",
    "word",
    " ",
    "*",
    "_",
    "`",
    "<q>",
    "[",
    "](x)",
    "&quot;",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const essay = pieces.join("");
      expect(maskMarkup(essay, "markdown")).toHaveLength(essay.length);
      for (const found of findQuotations(essay)) {
        expect(found.start).toBeLessThan(found.end);
        expect(found.end).toBeLessThanOrEqual(essay.length);
        expect(found.text).toMatch(/[\p{L}\p{N}]/u);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  '"',
  "'",
  "“",
  "“ a ",
  '"a" ',
  "> ",
  "> a\n",
  "*",
  "[",
  "[a](",
  "<",
  "<!--",
  "`",
  "\\",
  "&quot;",
  '"a\n\n',
  "<q>",
  "<blockquote>",
])("200,000 characters of %j take bounded time", (unit) => {
  const start = performance.now();
  findQuotations(unit.repeat(200_000 / unit.length));
  expect(performance.now() - start).toBeLessThan(60_000);
});
