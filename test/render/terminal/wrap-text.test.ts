import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth, fitColumns } from "../../../src/render/terminal/display-width.js";
import { wrapText } from "../../../src/render/terminal/wrap-text.js";

describe("displayWidth", () => {
  it.each([
    ["abc", 3],
    ["é", 1],
    ["e\u0301", 1],
    ["信は", 4],
    ["한국", 4],
    ["👍🏽", 2],
    ["שלום", 4],
    ["ＡＢ", 4],
    ["\u200b", 0],
  ])("%s takes %d columns", (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe("fitColumns", () => {
  it("cuts between characters, and fills up to just the columns", () => {
    expect(fitColumns("ab信", 3, 1)).toBe("ab ");
    expect(fitColumns("信ab", 3, -1)).toBe(" ab");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom<1 | -1>(1, -1), (text, side) => {
        const line = text.replace(/\s/gu, "");
        const fitted = fitColumns(line, 12, side);
        expect(displayWidth(fitted)).toBe(12);
        expect(line.includes(fitted.trim())).toBe(true);
      }),
    );
  });
});

describe("wrapText", () => {
  it("breaks scripts without blanks where the line ends, and leaves addresses whole", () => {
    const lines = wrapText("信".repeat(50), 40, "  ").split("\n");
    expect(lines.map(displayWidth)).toEqual([40, 40, 26]);
    expect(wrapText("信".repeat(50), 40).replace(/\n/g, "")).toBe("信".repeat(50));
    const url = `https://example.org/${"a".repeat(80)}`;
    expect(wrapText(`See ${url} now`, 40).split("\n")).toEqual(["See", url, "now"]);
  });

  it("keeps every character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const plain = text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "");
        expect(wrapText(plain, 40).replace(/\n/g, "")).toBe(plain);
      }),
    );
  });
});
