import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { makeQuote } from "../../../src/edition/make-quote.js";
import { QuothError } from "../../../src/edition/quoth-error.js";
import type { Work } from "../../../src/edition/work.js";
import { renderSite } from "../../../src/render/html/render-site.js";
import { CORPUS } from "../../edition/letter.js";
import { attribute, type Element, type Page, parsePage, textContent } from "./parse-page.js";
import { plainWork } from "./works.js";

/** The pages of a work's editions side by side, in order. */
const parallelOf = (work: Work): readonly string[] =>
  [...renderSite([work])].filter(({ kind }) => kind === "parallel").map(({ content }) => content);
const [letter] = await readCorpus(CORPUS);
const page = parsePage(parallelOf(letter!)[0]!);
const classes = (element: Element): readonly string[] => (attribute(element, "class") ?? "").split(" ");

/** What stands in one column of a page, in its order: sentences, as [the id of their passage, text]. */
function columnOf({ elements }: Page, column: number): [string, string][] {
  const found: [string, string][] = [];
  let inColumn = false;
  let passage = "";
  for (const element of elements) {
    if (element.tagName === "td" || classes(element).includes("column"))
      inColumn = classes(element).includes(`c${column + 1}`);
    if (classes(element).includes("p")) passage = attribute(element, "id") ?? "";
    if (inColumn && classes(element).includes("s")) found.push([passage, textContent(element)]);
  }
  return found;
}

/** Every sentence of every edition is in its own column once, in its own order, notes behind the rest. */
function expectWhole(work: Work): void {
  const pages = parallelOf(work).map(parsePage);
  work.witnesses.forEach((witness, column) => {
    const shown = pages.flatMap((one) => columnOf(one, column));
    const [notes, others] = [true, false].map((areNotes) =>
      witness.passages
        .filter(({ layer }) => (layer === "note") === areNotes)
        .flatMap((passage) =>
          passage.sentences.map((_, at): [string, string] => [
            `${passage.path}@${witness.siglum}`,
            makeQuote(work, { witness, passage, from: at, to: at + 1 }).text,
          ]),
        ),
    );
    expect(shown.filter(([id]) => !id.startsWith("note."))).toEqual(others);
    expect(shown.filter(([id]) => id.startsWith("note."))).toEqual(notes);
  });
  for (const { elements } of pages) {
    const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^\S+$/);
  }
}

describe("the letter's editions", () => {
  it("stand side by side whole, to the letter, each sentence under the reference of its edition", () => {
    expectWhole(letter!);
    expect(textContent(page.withId("3.1@ucsb")!)).toMatch(/^I have previously stated/);
    expect(textContent(page.withId("note.A@marxists")!)).toContain("The population of Cuba");
  });

  it("have rows that answer to the reference alone, of passages and of sentences", () => {
    expect(page.withId("3")!.tagName).toBe("tr");
    const anchor = page.withId("3.1")!;
    expect((anchor.parentNode as Element).parentNode).toBe(page.withId("3"));
    for (const siglum of ["marxists", "ucsb", "frus"])
      expect(classes(page.withId(`3.1@${siglum}`)!)).toContain("k1");
  });

  it("mark the words that differ in every edition, those that agree with the first among them", () => {
    const marked = (siglum: string): string[] => {
      const at = letter!.witnesses.findIndex((witness) => witness.siglum === siglum);
      const cells = page.withClass(`c${at + 1}`);
      return page
        .withClass("var")
        .filter((mark) => cells.some((cell) => contains(cell, mark)))
        .map(textContent);
    };
    expect(marked("marxists")).toEqual([
      "MR. CHAIRMAN",
      "alongside",
      "for Communist",
      "world's",
      "John F. Kennedy",
    ]);
    expect(marked("ucsb")).toEqual([
      "Mr. Chairman",
      "along side",
      "for the Communist",
      "world's",
      "JOHN F. KENNEDY",
    ]);
    expect(marked("frus")).toEqual([
      "Mr. Chairman",
      "alongside",
      "for Communist",
      "world’s",
      "John F. Kennedy",
    ]);
    // What they say differs once; elsewhere it is their form.
    expect(
      page
        .withClass("var")
        .filter((mark) => !classes(mark).includes("form"))
        .slice(1)
        .map(textContent),
    ).toEqual(["for Communist", "for the Communist", "for Communist"]);
    for (const sign of page.withClass("v")) {
      expect(textContent(sign)).toBe("");
      expect(attribute(sign, "aria-label")).toMatch(/^Variant [a-e]$/);
      expect(page.withId(attribute(sign, "href")!.slice(1))!.tagName).toBe("li");
    }
    expect(textContent(page.withId("app.b")!)).toMatch(/1\.5 alongside\] along side ucsb/);
  });

  it("keep quiet about a difference while the editions that are shown read alike", () => {
    const style = textContent(page.elements.find(({ tagName }) => tagName === "style")!);
    const name = classes(page.withClass("var").find((mark) => textContent(mark) === "along side")!).at(-1)!;
    // ucsb reads otherwise than marxists and frus: the mark needs it, and one of them.
    expect(style).toContain(`body:not(:has(#show-2:checked)) .${name}`);
    expect(style).toContain(`body:not(:has(#show-1:checked, #show-3:checked)) .${name}`);
  });

  it("keep the archives' words apart, and their notes in a section of their own", () => {
    const notes = page.withId("notes")!;
    expect(textContent(notes)).toMatch(/Notes by Kennedy History Archive/);
    expect(textContent(notes)).toMatch(/John F\. Kennedy did not write them/);
    expect(textContent(notes)).toMatch(/No notes in this edition here/);
    for (const row of page.withClass("text"))
      expect(textContent(row)).not.toMatch(/History Archive|Document 9/);
    expect(page.withClass("own").length).toBe(2);
  });

  it("lead to each edition's own page and back", () => {
    const reading = parsePage([...renderSite(letter!.witnesses.length > 0 ? [letter!] : [])][0]!.content);
    const row = page.withId("4")!;
    const links = page.elements
      .filter((element) => element.tagName === "a" && contains(row, element))
      .map((element) => attribute(element, "href"));
    for (const link of ["../index.html#4", "../@ucsb/index.html#4", "../@frus/index.html#4"])
      expect(links).toContain(link);
    const others = reading.withClass("other").map((element) => attribute(element, "href"));
    expect(others).toContain("side-by-side/index.html#4@marxists");
    expect(others).toContain("side-by-side/index.html#note.A@marxists");
  });
});

describe("any editions", () => {
  it("leave a cell visibly empty, and say why", () => {
    const one = "First there was a word about foxes.\n\nThen there was another one about owls.";
    const work = plainWork([one, one.slice(0, one.indexOf("\n")), "كلمة.\n\nكلمة.\n\nكلمة."], {}, [
      { language: "en" },
      { language: "en" },
      { language: "ar", translator: "A. Translator" },
    ]);
    const shown = parsePage(parallelOf(work)[0]!);
    expect(shown.withClass("none").map(textContent)).toEqual([
      "Not in this edition.",
      "No passage of this number in this edition.",
      "No passage of this number in this edition.",
    ]);
    expect(textContent(shown.withClass("choice")[0]!)).toContain(
      "This is a translation into Arabic, by A. Translator.",
    );
    expect(shown.withClass("translated").length).toBe(4);
    expect(attribute(shown.withId("3@w3")!, "lang")).toBe("ar");
    expect(attribute(shown.withId("3@w3")!, "dir")).toBe("rtl");
    // No sign of the apparatus among words that it does not compare.
    expect(columnOf(shown, 2).length).toBe(3);
    expect(shown.withClass("v").filter((sign) => /@w3$/.test(attribute(sign, "id") ?? ""))).toEqual([]);
  });

  it("say where a passage stands that an edition has elsewhere, and lead there", () => {
    const [one, two, three, four] = [
      "red foxes ran",
      "grey owls flew",
      "black cats sang",
      "white mice hid",
    ].map((words) => `Once upon a time many ${words} all night, and ${words} again.`);
    const work = plainWork(
      [
        [one, two, three, four],
        [one, three, four, two],
      ].map((texts) => texts.join("\n\n")),
    );
    const shown = parsePage(parallelOf(work)[0]!);
    const notes = shown.withClass("none").map((none) => {
      const link = shown.elements.find((element) => element.tagName === "a" && contains(none, element))!;
      return [textContent(none), attribute(link, "href")];
    });
    expect(notes).toEqual([
      ["Stands after 4 in this edition", "#2@w2"],
      ["Stands after 1 in this edition", "#2@w1"],
    ]);
    // The row that the first edition has it in is the one that the reference names.
    expect(contains(shown.withId("2")!, shown.withId("2@w1")!)).toBe(true);
    for (const siglum of ["w1", "w2"]) expect(shown.withId(`at.a@${siglum}`)).toBeDefined();
  });

  it("let a sentence that holds two of the first edition answer to both", () => {
    const work = plainWork([
      "There was a red fox in the wood. There was a grey owl in the tree. Nobody saw them.",
      "There was a red fox in the wood; there was a grey owl in the tree. Nobody saw them.",
    ]);
    const shown = parsePage(parallelOf(work)[0]!);
    const [first, second] = ["1.1@w1", "1.2@w1"].map((id) => classes(shown.withId(id)!).at(-1)!);
    expect(classes(shown.withId("1.1-2@w2")!)).toEqual(["s", first, second]);
    for (const id of ["1.1", "1.2", "1.3"])
      expect(contains(shown.withId("1")!, shown.withId(id)!)).toBe(true);
  });

  it("have one page, a box each, and three boxes ticked where there are more", () => {
    const work = plainWork(
      Array.from({ length: 7 }, (_, at) => `These are the words of edition ${at}, and no more.`),
    );
    const shown = parsePage(parallelOf(work)[0]!);
    const boxes = shown.elements.filter((element) => attribute(element, "type") === "checkbox");
    expect(boxes.map((box) => attribute(box, "checked") !== undefined)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    for (const box of boxes) {
      const label = shown.elements.find((element) => attribute(element, "for") === attribute(box, "id"))!;
      expect(textContent(label)).toContain(attribute(box, "data-siglum"));
    }
    expect(parallelOf(plainWork(["Words."]))).toEqual([]);
  });

  it("are whole and to the letter, whatever they hold and however they differ", () => {
    const hostile = fc.constantFrom(
      ..."<script>|</span>|</td>|</table>|&amp;|&#13;|<!--|\"|'|\r\n|\r|\u00a0|\u202e|\u2066|שלום|e\u0301|😀|</style>|. |? |A|b|fox |owl ".split(
        "|",
      ),
    );
    const words = fc
      .array(fc.oneof(hostile, fc.string({ unit: "grapheme", maxLength: 5 })), {
        minLength: 1,
        maxLength: 12,
      })
      .map((parts) => parts.join("").replaceAll("\0", ""));
    const paragraphs = fc.array(words, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        paragraphs,
        fc.array(fc.shuffledSubarray([0, 1, 2, 3]), { minLength: 2, maxLength: 3 }),
        (given, orders) => {
          const texts = orders.map((order) => order.flatMap((at) => given[at] ?? []).join("\n\n"));
          fc.pre(texts.every((text) => /[A-Za-z]/.test(text)));
          let work: Work;
          try {
            work = plainWork(texts);
          } catch (error) {
            fc.pre(!(error instanceof QuothError && error.code === "corpus-invalid"));
            throw error;
          }
          expectWhole(work);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("stand on pages that are turned where the first edition's are, with a way from one to the next", () => {
    const text = (end: string): string =>
      [...Array.from({ length: 250 }, (_, at) => `Paragraph ${at} says ${at}.`), end].join("\n\n");
    const work = plainWork([text("An end."), text("Another end of another kind.")]);
    const files = [...renderSite([work])].filter(({ kind }) => kind === "parallel");
    expect(files.map(({ name }) => name)).toEqual([
      "letter/side-by-side/index.html",
      "letter/side-by-side/201.html",
    ]);
    expect(files[0]!.content).toContain('<a rel="next" href="201.html">');
    expect(files[1]!.content).toContain('<a rel="prev" href="index.html">');
    expectWhole(work);
  });
});

function contains(outer: Element, inner: Element): boolean {
  for (let node: Element | null = inner; node; node = (node.parentNode ?? null) as Element | null)
    if (node === outer) return true;
  return false;
}
