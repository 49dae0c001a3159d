import { describe, expect, it } from "vitest";
import { describeSource } from "../../../src/edition/import/describe-source.js";

const tei = (statement: string, more = ""): ReturnType<typeof describeSource> =>
  describeSource(
    "tei",
    `<TEI><teiHeader><fileDesc><titleStmt>${statement}</titleStmt></fileDesc>${more}</teiHeader></TEI>`,
  );

describe("what a TEI file says of itself", () => {
  it("is its own title, rather than that of its series", () => {
    const titles = '<title level="s">Letters</title><title type="iso-date">1892</title>';
    expect(tei(`${titles}<title level="a">To a Friend</title>`).title).toBe("To a Friend");
    expect(tei(`${titles}<title type="main">To a Friend</title>`).title).toBe("To a Friend");
    expect(tei('<title level="s">Letters</title><title>To a Friend</title>').title).toBe("To a Friend");
    expect(tei('<title level="s">Letters</title>').title).toBe("Letters");
  });

  it.each([
    ["<author>Schnitzler, Arthur</author>", "Arthur Schnitzler"],
    ["<author><persName>Wolfe, Anna M. von</persName> <date>1800–1850</date></author>", "Anna M. von Wolfe"],
    ['<author>Ann Author <idno type="wikidata">Q692</idno></author>', "Ann Author"],
    ["<author>Henry, Duke of Exeter</author>", "Henry, Duke of Exeter"],
    ["<author>King, Jr.</author>", "King, Jr."],
    ["<author>Ann &amp; <hi>Bob</hi></author>", "Ann & Bob"],
  ])("is an author without numbers, as the name is spoken: %s", (author, wanted) => {
    expect(tei(`<title>A</title>${author}`).author).toBe(wanted);
  });

  it("is the sender, the recipient and the date of a letter that names no author", () => {
    const letter = `<profileDesc><correspDesc>
      <correspAction type="sent"><persName>Ann Author</persName><placeName>Delft</placeName><date when="1909-02-16"/></correspAction>
      <correspAction type="received"><name>Bob Reader</name></correspAction></correspDesc></profileDesc>`;
    expect(tei("<title>A Letter</title>", letter)).toEqual({
      title: "A Letter",
      author: "Ann Author",
      addressee: "Bob Reader",
      date: "1909-02-16",
    });
    expect(tei("<title>A Letter</title><author>Cy Writer</author>", letter).author).toBe("Cy Writer");
  });
});

describe("a heading in lines", () => {
  it.each([
    ["plain", "A Book\n\nTitle: A Voyage\n\nAuthor: Ann Author\n\nWe sailed."],
    ["markdown", "## Title: A Voyage\n## Author: Ann Author\n\nWe sailed."],
    [
      "html",
      "<html><head><title>x</title></head><body><p>Title: A Voyage</p>\n<p><b>Author</b>: Ann Author</p></body></html>",
    ],
  ] as const)("says title and author in %s", (format, source) => {
    expect(describeSource(format, source)).toMatchObject({ title: "A Voyage", author: "Ann Author" });
  });

  it("is none in front matter, which says it itself", () => {
    const source = '---\ntitle: "A Voyage"\nauthor: "Ann Author"\n---\n\nTitle: X\n\nAuthor: Y\n';
    expect(describeSource("markdown", source)).toMatchObject({ title: "A Voyage", author: "Ann Author" });
  });

  it("is none where only one of them is named", () => {
    expect(describeSource("plain", "A Voyage\n\nAuthor: unknown to us all").author).toBeUndefined();
  });
});

describe("the levels that a TEI file's divisions name", () => {
  const levels = (inside: string): readonly string[] | undefined =>
    describeSource("tei", `<TEI><text><body>${inside}</body></text></TEI>`).levels;
  const acts = (lines: string): string =>
    `<div type="act" n="1"><head>I</head><div type="scene" n="1">${lines}</div><div type='scene' n="2">${lines}</div></div>`;

  it.each<[string, string, readonly string[] | undefined]>([
    ["a play in verse", acts("<l>a</l><l>b</l><p>c</p>"), ["act", "scene", "line"]],
    ["a play in prose", acts("<l>a</l><p>b</p><p>c</p>"), ["act", "scene", "paragraph"]],
    [
      "poems as EpiDoc has them",
      '<div type="edition" n="urn:x"><div type="textpart" subtype="poem" n="1"><l>a</l></div><div type="textpart" subtype="poem" n="2"><l>b</l></div></div>',
      ["poem", "line"],
    ],
    ["one poem alone", '<div type="poem"><l>a</l></div>', undefined],
    ["names that are none of these", '<div type="x"><p>a</p></div><div type="x"><p>b</p></div>', undefined],
    ["no names", "<div><p>a</p></div><div><p>b</p></div>", undefined],
    ["here a chapter, there none", '<p>a</p><p>b</p><div type="chapter"><p>c</p></div>', undefined],
    [
      "a preface aside",
      '<front><p>a</p><p>b</p></front><div type="chapter"><p>c<note><p>d</p></note></p></div><div type="chapter"><p>e</p></div>',
      ["chapter", "paragraph"],
    ],
  ])("are those of %s", (_, inside, wanted) => expect(levels(inside)).toEqual(wanted));
});
