import { describe, expect, it } from "vitest";
import { parseDeclaration } from "../../src/edition/parse-declaration.js";
import { QuothError } from "../../src/edition/quoth-error.js";

const SMALLEST = `id: gettysburg
title: "Address at Gettysburg"
author: "Abraham Lincoln"
witnesses:
  - siglum: bliss
    file: text.txt
    format: plain
`;
const TWO = `${SMALLEST}  - siglum: nicolay\n    file: nicolay.txt\n    format: plain\n`;

describe("work.yaml", () => {
  it("may be as small as the contract says", () => {
    expect(parseDeclaration("work.yaml", SMALLEST)).toEqual({
      id: "gettysburg",
      title: "Address at Gettysburg",
      author: ["Abraham Lincoln"],
      witnesses: [{ siglum: "bliss", file: "text.txt", format: "plain", language: "en" }],
    });
  });

  it("may name several authors, a date, and voices; CRLF and BOM do no harm", () => {
    const yaml = `\uFEFF${SMALLEST}    voices:\n      heading.1: Somebody\ndate: 1863-11-19\n`
      .replace('"Abraham Lincoln"', "[A, B]")
      .replace(/\n/g, "\r\n");
    expect(parseDeclaration("work.yaml", yaml)).toMatchObject({
      author: ["A", "B"],
      date: "1863-11-19",
      witnesses: [{ voices: { "heading.1": "Somebody" } }],
    });
  });

  it.each([
    ["nothing", "", 1, /the file/],
    ["a list", "- a\n- b\n", 1, /the file/],
    ["not YAML", `${SMALLEST}  bad: [\n`, undefined, /not valid YAML/],
    ["a tab", SMALLEST.replace("  - siglum", "\t- siglum"), 5, /not valid YAML/],
    ["a key twice", `${SMALLEST}id: again\n`, 8, /not valid YAML/],
    ["no id", SMALLEST.replace(/^id.*\n/, ""), 1, /id/],
    ["a blank title", SMALLEST.replace('"Address at Gettysburg"', '" "'), 2, /title/],
    ["an id with a slash", SMALLEST.replace("gettysburg", "a/b"), 1, /id: may hold letters/],
    ["an author that is a number", SMALLEST.replace('"Abraham Lincoln"', "5"), 3, /author/],
    ["no witness", SMALLEST.replace(/witnesses[^]*/, "witnesses: []\n"), 4, /witnesses/],
    ["an unknown format", SMALLEST.replace("plain", "pdf"), 7, /format/],
    ["a file above the folder", SMALLEST.replace("text.txt", "../text.txt"), 6, /file: must be a file below/],
    [
      "a file above, in passing",
      SMALLEST.replace("text.txt", "a/../../text.txt"),
      6,
      /file: must be a file below/,
    ],
    ["an absolute file", SMALLEST.replace("text.txt", "/etc/passwd"), 6, /file: must be a file below/],
    ["a file of Windows", SMALLEST.replace("text.txt", "'C:\\\\x.txt'"), 6, /file: must be a file below/],
    ["a siglum with a blank", SMALLEST.replace("bliss", "bliss copy"), 5, /siglum/],
    ["an address that is none", `${SMALLEST}    url: "javascript:alert(1)"\n`, 8, /url/],
    ["a language that is none", `${SMALLEST}    language: English!\n`, 8, /language: must be a language tag/],
    ["a hash that is none", `${SMALLEST}    sha256: abc\n`, 8, /sha256: must be 64/],
    [
      "two witnesses of one siglum",
      TWO.replace("nicolay\n", "bliss\n"),
      8,
      /two witnesses bear the siglum "bliss"/,
    ],
    [
      "two witnesses of one siglum but for its case",
      TWO.replace("nicolay\n", "BLISS\n"),
      8,
      /two witnesses bear the siglum "BLISS"/,
    ],
    ["an alias that stands for nothing", SMALLEST.replace("gettysburg", "*nowhere"), undefined, /.*/],
    [
      "an alias bomb",
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n${SMALLEST}`,
      1,
      /cannot be read/,
    ],
  ])("is refused with %s, naming file and line", (_, yaml, line, what) => {
    try {
      parseDeclaration("gettysburg/work.yaml", yaml);
    } catch (error) {
      if (!(error instanceof QuothError)) throw error;
      expect(error.code).toBe("corpus-invalid");
      expect(error.message).toMatch(/^gettysburg\/work\.yaml:\d+: /);
      expect(error.message).toMatch(what);
      if (line !== undefined) expect(error.data["line"]).toBe(line);
      return;
    }
    expect.fail("it was taken");
  });
});
