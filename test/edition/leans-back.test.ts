import { describe, expect, it } from "vitest";
import { leansBack } from "../../src/edition/leans-back.js";

describe("leansBack", () => {
  it.each([
    "They have left their homes.",
    "These are unmistakable signs.",
    "But he did not come.",
    "“Their struggle is our own.”",
    "And this will be decided there.",
    "Such was the law.",
    "HIS army stood at the river.",
  ])("%s", (sentence) => expect(leansBack(sentence)).toBe(true));

  it.each([
    "It cannot be surprising that resistance grows.",
    "These signs are unmistakable.",
    "This government can have no doubt.",
    "Here the line is drawn.",
    "Theirs’ is no word.",
    "Hector died.",
    "The people said that they would come.",
    "Those who left may return.",
    "",
    "… 1961.",
  ])("not: %s", (sentence) => expect(leansBack(sentence)).toBe(false));
});
