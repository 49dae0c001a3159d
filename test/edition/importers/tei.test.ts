import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/edition/block.js";
import { importTei } from "../../../src/edition/importers/tei/import-tei.js";
import { QuothError } from "../../../src/edition/quoth-error.js";
import { checkTei } from "../../fuzz/check-tei.js";

const data = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../data/importers/${name}`, import.meta.url)), "utf8");

/** The blocks, a line each: layer, kind, label, voice, words. */
function outline(source: string): readonly string[] {
  const imported = checkTei(source);
  if (!imported) throw new Error("refused");
  return imported.blocks.map((block) => {
    const { layer, kind, label, voice } = block;
    const words = imported.text.slice(block.start, block.end);
    return [
      layer,
      kind,
      ...(label === undefined ? [] : [`(${label})`]),
      ...(voice === undefined ? [] : [`<${voice}>`]),
    ]
      .join(" ")
      .concat(`: ${words}`);
  });
}
const body = (inside: string): string => `<TEI><text><body>${inside}</body></text></TEI>`;
function refusal(source: string): QuothError {
  try {
    importTei.extract(source, { authors: [], file: "a.xml" });
  } catch (error) {
    if (error instanceof QuothError) return error;
    throw error;
  }
  throw new Error("not refused");
}

describe("a letter", () => {
  it("has its opener, dateline, paragraphs, closer and postscript", () => {
    const letter = `<div><opener><dateline>Washington, <date>1 May 1900</date></dateline>
      <salute>Dear Sir,</salute></opener>
      <p>I write
         to you.</p>
      <closer><salute>Yours,</salute> <signed>A. Author</signed></closer>
      <postscript><p>P.S. And again.</p></postscript><trailer>FINIS</trailer></div>`;
    expect(outline(body(letter))).toEqual([
      "metadata dateline: Washington, 1 May 1900",
      "text opener: Dear Sir,",
      "text paragraph: I write to you.",
      "text closer: Yours, A. Author",
      "text paragraph: P.S. And again.",
      "heading heading: FINIS",
    ]);
  });

  it("finds its opener in the first paragraph where the source marks up none", () => {
    const letter = `<p><hi>Mr. Chairman</hi>: You<note n="1">A note.</note> are mistaken.</p><closer>A. Author</closer>`;
    expect(outline(body(letter)).slice(0, 3)).toEqual([
      "text opener: Mr. Chairman:",
      "text paragraph: You are mistaken.",
      "note note (1): A note.",
    ]);
  });

  it("inside a letter keeps its writer's voice", () => {
    const letter = `<p>She wrote to me:</p><floatingText type="letter"><body><p>Come at once.</p><p>With haste.</p>
      <closer><signed>Jane Roe.</signed></closer></body></floatingText><p>So I went.</p>`;
    expect(outline(body(letter))).toEqual([
      "text paragraph: She wrote to me:",
      "text paragraph <Jane Roe>: Come at once.",
      "text paragraph <Jane Roe>: With haste.",
      "text closer <Jane Roe>: Jane Roe.",
      "text paragraph: So I went.",
    ]);
  });

  it("from the Foreign Relations archive has words across page breaks, and pages", () => {
    const imported = checkTei(data("seward-excerpt.xml"));
    const words = imported?.blocks.map((block) => imported.text.slice(block.start, block.end)) ?? [];
    expect(words.find((one) => one.startsWith("The result"))).toMatch(
      /before mentioned\. That dispatch was addressed/,
    );
    expect(imported?.blocks.map((block) => block.page)).toEqual([
      undefined,
      undefined,
      undefined,
      "1",
      "1",
      "1",
      "1",
      "1",
      "2",
      "3",
      "4",
      "4",
      "4",
    ]);
    expect(imported?.blocks.at(-1)).toMatchObject({ layer: "text", kind: "closer" });
  });
});

describe("editors' words never pass for the author's", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "sic and corr",
      "<choice><sic>teh</sic><corr>the</corr></choice> end",
      ["text paragraph: teh end", "note note (corr1): the"],
    ],
    [
      "orig and reg",
      "A <choice>\n<orig>vp</orig>\n<reg>up</reg>\n</choice>.",
      ["text paragraph: A vp.", "note note (reg1): up"],
    ],
    [
      "abbr and expan",
      "<choice><abbr>Mr</abbr><expan>Mister</expan></choice> X",
      ["text paragraph: Mr X", "note note (expan1): Mister"],
    ],
    ["ex in expan", "<expan>M<ex>iste</ex>r</expan> X", ["text paragraph: Mr X", "note note (ex1): iste"]],
    ["expan alone", "the <expan>Mister</expan>", ["text paragraph: the", "note note (expan1): Mister"]],
    [
      "supplied",
      "I do <supplied>not</supplied> want",
      ["text paragraph: I do want", "note note (supplied1): not"],
    ],
    [
      "lem and rdg",
      "a <app><lem>good</lem><rdg>bad</rdg><rdg>sad</rdg></app> man",
      ["text paragraph: a good man", "note note (rdg1): bad", "note note (rdg2): sad"],
    ],
    [
      "add and del",
      "he <subst><del>went</del><add>came</add></subst>",
      ["text paragraph: he came", "note note (del1) <Ann Author>: went"],
    ],
    [
      "gap and unclear",
      "from <gap reason='lost'><desc>two lines</desc></gap> to <unclear>here</unclear>",
      ["text paragraph: from to here", "note note (desc1): two lines"],
    ],
    [
      "a note in a note",
      "a<note n='1'>b<note n='2'>c</note> d</note> e",
      ["text paragraph: a e", "note note (1): b d", "note note (2): c"],
    ],
    [
      "a long note",
      "a<note><p>One.</p><list><item>Two.</item></list></note>",
      ["text paragraph: a", "note note (1): One. Two."],
    ],
    [
      "an author's own note",
      "a<note type='authorial'>mine</note>",
      ["text paragraph: a", "note note (1) <Ann Author>: mine"],
    ],
    [
      "a source note",
      "a<note type='source'>Lot 66.</note><note n='1'>Printed from a copy.</note>",
      ["text paragraph: a", "metadata source-note: Lot 66.", "metadata source-note: Printed from a copy."],
    ],
    ["a running head", "a <fw>Page 3</fw> b", ["text paragraph: a b", "heading navigation: Page 3"]],
    [
      "a figure",
      "a <figure><figDesc>A ship.</figDesc></figure> b",
      ["text paragraph: a", "note note (figure1): A ship.", "text paragraph: b"],
    ],
  ])("%s", (_, inside, blocks) => expect(outline(body(`<p>${inside}</p>`))).toEqual(blocks));

  it("an editor's division, an epigraph, a table of contents", () => {
    const divisions = `<div type="contents"><p>I. Of Ships</p></div><div type="commentary"><p>He means ships.</p></div>
      <div><epigraph><p>Arms and the man</p></epigraph><p>Own.</p></div>`;
    expect(outline(body(divisions))).toEqual([
      "heading navigation: I. Of Ships",
      "note note: He means ships.",
      "heading heading <an epigraph>: Arms and the man",
      "text paragraph: Own.",
    ]);
  });
});

describe("notes", () => {
  const blockOf = (source: string, kind: Block["kind"]): Block | undefined =>
    importTei.extract(source, { authors: [], file: "a.xml" }).blocks.find((block) => block.kind === kind);

  it("leave their sign where they stood", () => {
    const source = body(`<p>Peace.<note n="1" xml:id="fn1">See below.</note> War.</p>`);
    const { text } = importTei.extract(source, { authors: [], file: "a.xml" });
    const paragraph = blockOf(source, "paragraph");
    expect(paragraph?.markers).toEqual([{ label: "1", start: 6, end: 6 }]);
    expect(text.slice(paragraph?.start, paragraph?.end)).toBe("Peace. War.");
    expect(blockOf(source, "note")).toMatchObject({ label: "1", anchor: "fn1" });
  });

  it("at the end of a text are found by the signs that point at them", () => {
    const source = `<TEI><text><body><p>Peace<ref target="#n1">[1]</ref> and <ref target="#p2">a place</ref>.</p></body>
      <back><note xml:id="n1">See below.</note></back></text></TEI>`;
    const paragraph = blockOf(source, "paragraph");
    expect(paragraph?.markers).toEqual([{ label: "1", start: 5, end: 8 }]);
    expect(blockOf(source, "note")?.label).toBe("1");
  });

  it("bear each label once", () => {
    const source = body(
      `<p>a<note n="1">x</note> b<note n="1" xml:id="d2fn1">y</note> c<note n="1">z</note></p>`,
    );
    const labels = importTei
      .extract(source, { authors: [], file: "a.xml" })
      .blocks.flatMap((block) => block.label ?? []);
    expect(labels).toEqual(["1", "d2fn1", "2"]);
  });
});

describe("verse and drama", () => {
  it("keeps lines, printed numbers, stanzas and identifiers", () => {
    const imported = checkTei(data("tyger.xml"));
    const stanzas = imported?.blocks.filter((block) => block.lines) ?? [];
    expect(stanzas.map((block) => [block.anchor, block.division, block.page])).toEqual([
      ["s1", ["7"], "42"],
      ["s2", ["7"], "42"],
    ]);
    expect(
      stanzas.flatMap(
        (block) => block.lines?.map((line) => [line.n, imported?.text.slice(line.start, line.end)]) ?? [],
      ),
    ).toEqual([
      ["1", "Tyger Tyger, burning bright,"],
      ["2", "In the forests of the night;"],
      ["3", "What immortal hand or eye,"],
      ["4", "Could frame thy fearful symmetry?"],
      ["5", "In what distant deeps or skies,"],
      ["6", "Burnt the fire of thine eyes?"],
      [undefined, "On what wings dare he aspire"],
      [undefined, "What the hand, dare sieze the fire?"],
    ]);
  });

  it("gives each speech its speaker's voice, by the cast list, and stage directions the author's", () => {
    const lines = outline(data("hamlet-excerpt.xml"));
    expect(lines.slice(lines.indexOf("heading heading: ACT 1"))).toEqual([
      "heading heading: ACT 1",
      "heading heading: SCENE 1",
      "heading stage <Ann Author>: Elsinore. A platform before the castle. FRANCISCO at his post.",
      "heading stage <Ann Author>: Enter to him BERNARDO.",
      "heading speaker <Ann Author>: Bernardo",
      "text paragraph <Bernardo>: Who's there?",
      "heading speaker <Ann Author>: Francisco",
      "text paragraph <Francisco>: Nay, answer me: stand, and unfold yourself.",
      "heading speaker <Ann Author>: Francisco",
      "text paragraph <Francisco>: For this relief much thanks: 'tis bitter cold,\nAnd I am sick at heart.",
      "heading speaker <Ann Author>: Francisco",
      "text paragraph <Francisco>: I think I hear them. Stand, ho! Who is there?",
      "heading stage <Ann Author>: Enter HORATIO and MARCELLUS.",
      "heading speaker <Ann Author>: Marcellus",
      "text paragraph <Marcellus>: Horatio says 'tis but our fantasy,\nAnd will not let belief take hold of him\nTouching this dreaded sight, twice seen of us:",
      "note note (del1) <Ann Author>: splodge",
    ]);
  });

  it("takes the voice from the speaker where the cast list has no name, and divisions from their numbers", () => {
    const play = `<div type="act" n="3"><div type="scene" n="1"><sp who="#x"><speaker>Ham.</speaker><p>To be.</p></sp></div></div>`;
    const speech = importTei.extract(body(play), { authors: [], file: "a.xml" }).blocks.at(-1);
    expect(speech).toMatchObject({ voice: "Ham", division: ["3", "1"] });
  });
});

describe("characters", () => {
  it.each([
    [
      "declared and numbered ones",
      `<!DOCTYPE p [<!ENTITY mdash "&#8212;">]><p>a&mdash;b &amp; c&#x41;</p>`,
      "a—b & cA",
    ],
    ["CDATA", "<p>a<![CDATA[ <b> &amp; ]]>c</p>", "a <b> &amp; c"],
    ["white space of the markup", "<p>\n  a\n   b <hi>\tc </hi> d\r\n</p>", "a b c d"],
    ["white space that is kept", `<p xml:space="preserve">a  b\n  c</p>`, "a  b\n  c"],
    ["line breaks", "<p>one<lb/>two thr-<lb break='no'/>\n  ee</p>", "one two thr-ee"],
    ["comments and instructions", "<p>a<!-- > --><?x >?>b</p>", "ab"],
    ["a byte-order mark", "\uFEFF<p>a</p>", "a"],
    ["a prefix", "<tei:p xmlns:tei='x'>a<tei:note>b</tei:note></tei:p>", "a\n\nb"],
    [
      "a table and a list",
      "<body><table><row><cell>a</cell><cell>b</cell></row></table><list><label>1</label><item>c</item></list></body>",
      "a b\n\n1 c",
    ],
  ])("reads %s", (_, source, text) => expect(checkTei(source)?.text).toBe(text));

  it("steps over the hyphen of a word that goes on at the next line", () => {
    const { text, blocks } = importTei.extract("<p>thr-<lb break='no'/>ee</p>", {
      authors: [],
      file: "a.xml",
    });
    expect(text).toBe("thr-ee");
    expect(blocks[0]?.gaps).toEqual([{ start: 3, end: 4 }]);
  });
});

describe("what is no TEI, or an attack", () => {
  const deep = "<p>".repeat(300) + "</p>".repeat(300);
  const many = `<!DOCTYPE p [<!ENTITY a "${"x".repeat(900)}">]><p>${"&a;".repeat(3000)}</p>`;
  it.each([
    ["a broken file", "<p>\n<hi></p>", /^a\.xml:2:\d+: this is not well-formed XML/],
    ["half of a surrogate pair", "<p>a\ud800</p>", /^a\.xml:1:5: this is half of a surrogate pair/],
    ["a cut file", "<p>a", /^a\.xml:1:\d+: this is not well-formed XML/],
    ["nothing", "", /^a\.xml:1:1: this is not well-formed XML/],
    ["another markup", "<html><body>a</body></html>", /^a\.xml:1:1: <html> is no element of TEI/],
    [
      "an external entity",
      `<!DOCTYPE p [\n<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<p>a&x;</p>`,
      /^a\.xml:3:\d+: this entity/,
    ],
    [
      "entities in entities",
      `<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>&b;</p>`,
      /^a\.xml:1:\d+: this entity/,
    ],
    [
      "markup in an entity",
      `<!DOCTYPE p [<!ENTITY a "<hi>x</hi>">]><p>&a;</p>`,
      /^a\.xml:1:\d+: this entity/,
    ],
    ["an entity nobody declared", "<p>a&nbsp;b</p>", /^a\.xml:1:\d+: this entity/],
    ["too much of one entity", many, /^a\.xml:1:\d+: the entities up to here make too much text/],
    ["elements without end", deep, /^a\.xml:1:769: elements are nested deeper than 256/],
  ])("is refused: %s", (_, source, message) => {
    const error = refusal(source);
    expect(error.code).toBe("corpus-invalid");
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(/\w/);
  });
});

it("takes registers of persons, places and works for metadata, wherever they stand", () => {
  expect(
    outline(
      `<TEI><text><body><p>Dear Bob.</p></body><back><listPerson><person xml:id="b"><persName><forename>Bob</forename> <surname>Reader</surname></persName><birth><date>1866</date></birth></person></listPerson></back></text><standOff><p>Of places.</p><note>One.</note></standOff></TEI>`,
    ),
  ).toEqual([
    "text paragraph: Dear Bob.",
    "metadata provenance: Bob Reader",
    "metadata provenance: 1866",
    "metadata provenance: Of places.",
    "note note (1): One.",
  ]);
});

it("takes what an editor's division holds for notes, whichever attribute says so, and a play's setting for a stage's", () => {
  expect(
    outline(
      body(
        `<set><p>A garden.</p></set><div type="textpart" subtype="commentary"><p>He was bold.</p></div><div type="textpart" subtype="speech"><p>When, Catiline?</p></div>`,
      ),
    ),
  ).toEqual([
    "heading stage <Ann Author>: A garden.",
    "note note: He was bold.",
    "text paragraph: When, Catiline?",
  ]);
});

it("counts no division that holds a whole edition, and of a number in levels the last", () => {
  const source = body(
    `<div type="edition" n="urn:cts:x"><div type="act" n="3"><lg><l n="3.56">To be.</l></lg></div></div>`,
  );
  expect(checkTei(source)?.blocks[0]).toMatchObject({ division: ["3"], lines: [{ n: "56" }] });
});
