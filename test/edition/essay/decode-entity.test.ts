import { describe, expect, test } from "vitest";
import { decodeEntity } from "../../../src/edition/essay/decode-entity.js";

describe("decodeEntity", () => {
  test.each([
    ["&ldquo;", "“"],
    ["&eacute;", "é"],
    ["&Eacute;", "É"],
    ["&yuml;", "ÿ"],
    ["&nbsp;", "\u00A0"],
    ["&frac12;", "½"],
    ["&#8220;", "“"],
    ["&#x201C;", "“"],
    ["&#147;", "“"],
    ["&#39;", "'"],
    ["&#x1F600;", "😀"],
  ])("%s is %s", (reference, expected) => {
    expect(decodeEntity(reference)).toBe(expected);
  });

  test.each(["&nosuch;", "&#0;", "&#xD800;", "&#9999999;", "&#x110000;", "&#10;", "ldquo", "&;"])(
    "%s is none",
    (one) => {
      expect(decodeEntity(one)).toBeUndefined();
    },
  );
});
