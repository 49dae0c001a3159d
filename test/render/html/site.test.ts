import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { compareWitnesses } from "../../../src/edition/apparatus/compare-witnesses.js";
import { CITATION_STYLES } from "../../../src/edition/citation/citation-style.js";
import { receiptSchema } from "../../../src/edition/citation/receipt.js";
import { makeQuote } from "../../../src/edition/make-quote.js";
import { layOutPages } from "../../../src/edition/publication/lay-out-pages.js";
import { pageFile } from "../../../src/edition/publication/published-address.js";
import { QuothError } from "../../../src/edition/quoth-error.js";
import type { Witness, Work } from "../../../src/edition/work.js";
import { variantSign } from "../../../src/render/html/place-variants.js";
import { renderSite } from "../../../src/render/html/render-site.js";
import { CORPUS } from "../../edition/letter.js";
import { attribute, type Page, parsePage, textContent } from "./parse-page.js";
import { plainWork } from "./works.js";

const siteOf = (works: readonly Work[], base?: string): ReadonlyMap<string, string> =>
  new Map([...renderSite(works, base)].map(({ name, content }) => [name, content]));
const letter = await readCorpus(CORPUS);
const site = siteOf(letter);
const pages = new Map([...site].map(([name, content]) => [name, parsePage(content)]));
const page = (name: string): Page => pages.get(name)!;
const BASE = "jfk-1961-04-18/index.html";
const OTHER = "jfk-1961-04-18/@ucsb/index.html";

/** Every sentence of an edition, as its pages show it, beside the quote that quoth cuts. */
function sentencesOf(work: Work, witness: Witness, files: ReadonlyMap<string, string>): [string, string][] {
  const { pageOf } = layOutPages(witness);
  const parsed = new Map<string, Page>();
  return witness.passages.flatMap((passage) => {
    const name = pageFile(work, witness, pageOf.get(passage.path)!);
    const own = parsed.get(name) ?? parsePage(files.get(name)!);
    parsed.set(name, own);
    return passage.sentences.map(({ path }, at): [string, string] => {
      const found = own.withId(path)!;
      const element = own
        .withClass("s")
        .find((one) => one === found || (one.parentNode as typeof found).parentNode === found)!;
      const quote = makeQuote(work, { witness, passage, from: at, to: at + 1 });
      return [textContent(element), quote.text];
    });
  });
}

/** A control character that no sentence takes is refused when the work is read, before there is anything to show. */
function unlessRefused(make: () => Work): Work | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof QuothError && error.code === "corpus-invalid") return undefined;
    throw error;
  }
}

describe("the letter's pages", () => {
  it("hold every sentence to the letter, under an id made of its reference", () => {
    for (const witness of letter[0]!.witnesses)
      for (const [shown, text] of sentencesOf(letter[0]!, witness, site)) expect(shown).toBe(text);
    expect(textContent(page(BASE).withId("3.1")!)).toMatch(/^I have previously stated/);
    expect(textContent(page(BASE).withId("note.A.1")!)).toMatch(/^The population of Cuba/);
  });

  it("have ids that are valid and occur once, and links that lead somewhere", () => {
    for (const [name, { elements }] of pages) {
      const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^\S+$/);
      for (const element of elements.filter(({ tagName }) => tagName === "a")) {
        const href = attribute(element, "href")!;
        if (/^https?:/.test(href)) continue;
        const url = new URL(href, `https://site.example/${name}`);
        const target = pages.get(url.pathname.slice(1));
        expect(target, `${href} on ${name}`).toBeDefined();
        if (url.hash !== "")
          expect(target!.withId(decodeURIComponent(url.hash.slice(1))), `${href} on ${name}`).toBeDefined();
      }
    }
  });

  it("load nothing, and may run only what they bring along", () => {
    for (const [name, content] of site) {
      const { elements } = page(name);
      for (const element of elements) {
        expect(["img", "iframe", "object", "embed", "video", "audio"]).not.toContain(element.tagName);
        expect(attribute(element, "src")).toBeUndefined();
        expect(attribute(element, "style")).toBeUndefined();
        expect(element.attrs.filter(({ name: on }) => on.startsWith("on"))).toEqual([]);
        if (element.tagName === "link") expect(attribute(element, "href")).toBe("data:,");
      }
      const policy = attribute(
        elements.find((one) => attribute(one, "http-equiv") !== undefined)!,
        "content",
      )!;
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).not.toContain("unsafe");
      for (const element of elements.filter(({ tagName }) => tagName === "style" || tagName === "script"))
        expect(policy).toContain(createHash("sha256").update(textContent(element)).digest("base64"));
      expect(content.startsWith("<!doctype html>")).toBe(true);
    }
  });

  it("set the archive's words apart, and say whose they are", () => {
    const { withClass, withId } = page(BASE);
    const notes = withId("notes")!;
    expect(textContent(notes)).toMatch(/Notes by Kennedy History Archive \(marxists\.org\)/);
    expect(textContent(notes)).toMatch(/John F\. Kennedy did not write them/);
    const heading = withClass("edition").find((one) => textContent(one).includes("will not invade Cuba"))!;
    expect(textContent(heading)).toMatch(/not the words of John F\. Kennedy/);
    expect(withClass("edition").some((one) => textContent(one).includes("intends no military"))).toBe(false);
    expect(attribute(withId("sign.A")!, "href")).toBe("#note.A");
    expect(textContent(withId("sign.A")!)).toBe("");
  });

  it("lead from each variant to its entry and back, in both editions", () => {
    for (const name of [BASE, OTHER]) {
      const { withId } = page(name);
      // Every entry of the apparatus has a place in either edition's text.
      const entries = compareWitnesses(letter[0]!).entries.map((_, at) => {
        const sign = variantSign(at);
        expect(attribute(withId(`at.${sign}`)!, "href")).toBe(`#app.${sign}`);
        return textContent(withId(`app.${sign}`)!);
      });
      expect(entries.some((entry) => /1\.5 alongside\] .*along side .*ucsb/.test(entry))).toBe(true);
    }
    expect(page(OTHER).withClass("var").map(textContent)).toContain("along side");
    expect(page(BASE).withClass("var").map(textContent)).toContain("alongside");
  });

  it("have every style of citation of every passage and sentence one click away", () => {
    const cite = page("jfk-1961-04-18/cite/1.html");
    for (const path of ["1", "1.1", "1.3", "1.5"]) expect(cite.withId(path)).toBeDefined();
    // Those for people, with their short forms, and those for programs.
    const shown = cite.elements.filter((one) => attribute(one, "data-copy")?.endsWith(" of 1"));
    expect(shown.length).toBe(CITATION_STYLES.length + 3);
    const receipts = cite.elements.filter((one) => /^Receipt of/.test(attribute(one, "data-copy") ?? ""));
    expect(receipts.length).toBe(6);
    for (const receipt of receipts) {
      const { quoth } = receiptSchema.parse(JSON.parse(textContent(receipt)));
      expect(attribute(receipt, "data-copy")).toBe(`Receipt of ${quoth.reference.split(":")[1]!}`);
    }
  });

  it("are the same bytes every time, and say where they stand if told", () => {
    expect([...siteOf(letter)]).toEqual([...site]);
    const told = siteOf(letter, "https://letters.example/");
    expect(told.get(OTHER)).toContain(
      '<link rel="canonical" href="https://letters.example/jfk-1961-04-18/@ucsb/">',
    );
    expect(told.get("jfk-1961-04-18/cite/3.html")).toContain("https://letters.example/jfk-1961-04-18/#3.1");
  });
});

describe("any work", () => {
  const hostile = fc.constantFrom(
    ..."<script>alert(1)</script>|</span>|&amp;|&#13;|<!--|]]>|\"|'|`|\r\n|\r|\u00a0|\u0001|\u0085|\u202e|\u2066|שלום|e\u0301|😀|</style>|<pre>\n|javascript:|{{x}}|${x}|. |? |A|b|\ufeff".split(
      "|",
    ),
  );
  const words = fc
    .array(fc.oneof(hostile, fc.string({ unit: "grapheme", maxLength: 6 })), { minLength: 1, maxLength: 25 })
    .map((parts) => parts.join("").replaceAll("\0", ""));

  it("is shown to the letter, whatever it holds", () => {
    fc.assert(
      fc.property(words, words, words, (title, one, other) => {
        fc.pre([title, one, other].every((text) => /[A-Za-z]/.test(text)));
        const work = unlessRefused(() =>
          plainWork([`${one}\n\n${other}`, `${other}\n\n${one}`], { title, author: `${title} X` }),
        );
        fc.pre(work !== undefined);
        const files = siteOf([work]);
        for (const witness of work.witnesses)
          for (const [shown, text] of sentencesOf(work, witness, files)) expect(shown).toBe(text);
        for (const content of files.values())
          expect(
            parsePage(content).elements.filter(({ tagName }) => tagName === "script").length,
          ).toBeLessThan(2);
      }),
      { numRuns: 60 },
    );
  });

  it("is set in its own direction and language", () => {
    const arabic = siteOf([plainWork(["كلمة أولى. كلمة ثانية."], { language: "ar" })]);
    expect(arabic.get("letter/index.html")).toContain('<article lang="ar" dir="rtl"');
    const work = plainWork(["Words."]);
    const none = siteOf([{ ...work, witnesses: [{ ...work.witnesses[0], language: "old runes" }] }]);
    expect(none.get("letter/index.html")).toContain('<article dir="auto"');
  });

  it("shows speakers, lines of verse with their numbers, and the pages of the print, none of them as text", () => {
    const work = plainWork(["Who goes there\nin the night"]);
    const [witness] = work.witnesses;
    const [passage] = witness.passages;
    const sentence = passage!.sentences[0]!;
    const lines = [
      { start: 0, end: 14, n: "5" },
      { start: 15, end: 27 },
    ];
    const verse = {
      ...passage!,
      voice: "Barnardo",
      page: "10",
      lines,
      sentences: lines.map((line, at) => ({ ...line, path: `1.${at + 1}` })),
    };
    const files = siteOf([{ ...work, witnesses: [{ ...witness, passages: [verse] }] }]);
    const { withClass } = parsePage(files.get("letter/index.html")!);
    expect(withClass("line").map((one) => attribute(one, "data-line"))).toEqual(["5", undefined]);
    expect(withClass("s").map(textContent)).toEqual(["Who goes there", "in the night"]);
    expect(withClass("pb").map(textContent)).toEqual(["p. 10"]);
    const broken = siteOf([
      { ...work, witnesses: [{ ...witness, passages: [{ ...verse, sentences: [sentence] }] }] },
    ]);
    const whole = parsePage(broken.get("letter/index.html")!);
    expect(whole.elements.filter(({ tagName }) => tagName === "br").length).toBe(1);
    expect(textContent(whole.withId("1.1")!)).toBe("Who goes there\nin the night");
  });
});
