import { describe, expect, it } from "vitest";
import { detectPages } from "../../../src/edition/import/detect-pages.js";
import type { FormatName } from "../../../src/edition/importers/importers.js";
import { outline, workOf } from "../letter.js";
import { readings } from "./readings.js";

const outlineOf = (text: string, format: FormatName = "plain", rules = ""): readonly string[] =>
  outline(workOf([text], format, "", rules).witnesses[0]);

describe("Project Gutenberg's own words", () => {
  const HEAD = "The Project Gutenberg EBook of A Voyage\n\nTitle: A Voyage\n\nAuthor: Ann Author";
  const START = "*** START OF THIS PROJECT GUTENBERG EBOOK A\nVOYAGE ***";
  const END =
    "End of the Project Gutenberg EBook of A Voyage\n\n*** END OF THIS PROJECT GUTENBERG EBOOK A VOYAGE ***";
  const LICENCE = "Section 1. You may copy it.";
  const text = [HEAD, START, "Produced by A. Volunteer", "We sailed.", "We came back.", END, LICENCE].join(
    "\n\n",
  );

  it("are metadata, before the text and behind it", () => {
    expect(outlineOf(text).map((line) => line.replace(/:.*/s, ""))).toEqual([
      ...Array.from({ length: 5 }, (_, at) => `metadata.${at + 1} metadata provenance`),
      "1 text paragraph",
      "2 text paragraph",
      ...Array.from({ length: 3 }, (_, at) => `metadata.${at + 6} metadata provenance`),
    ]);
  });

  it("are known in a page and in Markdown, too", () => {
    const page = text
      .split("\n\n")
      .map((one) => `<p>${one}</p>`)
      .join("\n");
    for (const [source, format] of [
      [`<html><body>${page}</body></html>`, "html"],
      [text.replace(/\*/g, "\\*"), "markdown"],
    ] as const)
      expect(outlineOf(source, format).filter((line) => / text /.test(line))).toEqual([
        "1 text paragraph: We sailed.",
        "2 text paragraph: We came back.",
      ]);
  });

  it("are known as they were printed small", () => {
    const small =
      "***START**THE SMALL PRINT!**START***\nWhy?\n\n*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*";
    expect(outlineOf(`${small}\n\nWe sailed.`).at(-1)).toBe("1 text paragraph: We sailed.");
    expect(outlineOf(`${small}\n\nWe sailed.`)).toHaveLength(3);
  });

  it("are left where nothing parts them from the text", () => {
    const talk = "The Project Gutenberg EBook is what we spoke of.\n\n*** END OF THE STORY ***\n\nWe sailed.";
    expect(outlineOf(talk).every((line) => / text /.test(line))).toBe(true);
  });
});

describe("footnotes in brackets", () => {
  it("are notes, their numbers signs in the text", () => {
    const work = workOf([
      "We sailed[1] at dawn.[2]\n\n[Footnote 1: In the brig [so called].]\n\n[Footnote 2: The sixth.\n\nOr the seventh.]\n\nMore.",
    ]);
    expect(readings(work)).toEqual([
      ["1.1", "We sailed at dawn."],
      ["note.1", "In the brig [so called]."],
      ["note.2", "The sixth."],
      ["note.1~2", "Or the seventh."],
      ["2.1", "More."],
    ]);
  });

  it.each([
    ["never closed", "We sailed[1].\n\n[Footnote 1: In the brig.\n\nMore.\n\n[Footnote 2: And more."],
    ["of another sort", "We sailed[1].\n\n[Illustration: the brig]\n\n[1] In the brig."],
  ])("are left alone where they are %s", (_, text) => {
    expect(outlineOf(text).every((line) => / text /.test(line))).toBe(true);
  });
});

describe("page numbers within the text", () => {
  const TEXT = "{11} We sailed at {12}dawn, and saw\nland.{13}\n\n{14}\n\nWe came back [Pg 15]again.";

  it("are seen where they run on, and proposed", () => {
    expect(detectPages(TEXT)).toEqual({ numbers: false, heads: [], inline: true });
    expect(detectPages("Take {1} of them, {7} of these.")).toBeUndefined();
  });

  it("are stepped over where work.yaml says so, and lead to the page", () => {
    const work = workOf([TEXT], "plain", "", "    pages: {inline: true}\n");
    expect(readings(work)).toEqual([
      ["1.1", "We sailed at dawn, and saw land."],
      ["2.1", "We came back again."],
    ]);
    const pages = work.witnesses[0].passages.map(({ path, page }) => [path, page]);
    expect(pages).toEqual([
      ["1", "11"],
      ["heading.1", undefined],
      ["2", "14"],
    ]);
    expect(readings(workOf([TEXT]))[0]?.[1]).toContain("{11} We sailed at {12}dawn");
  });
});
