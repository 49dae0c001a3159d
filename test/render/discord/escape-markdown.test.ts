import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown, escapedLength } from "../../../src/render/discord/escape-markdown.js";
import { quoteBlock } from "../../../src/render/discord/quote-block.js";
import { quotedWords, renderedWhiteSpace, seenLiterally } from "../../discord/seen-text.js";
import { hostileText } from "./hostile-text.js";

describe("escapeMarkdown", () => {
  test.each([
    "# x",
    "-# x",
    "> x",
    ">>> x",
    "- x",
    "1. x",
    "[a](http://b)",
    "http://b",
    "@everyone",
    "<@1>",
    "||x||",
    "\\",
    "`x`",
  ])("%s is seen as it is", (text) => {
    expect(seenLiterally(escapeMarkdown(text))).toBe(text);
  });

  test("what a renderer of Discord's Markdown shows is the text, with nothing formatted", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(seenLiterally(escapeMarkdown(text))).toBe(renderedWhiteSpace(text));
        expect(escapedLength(text)).toBe(escapeMarkdown(text).length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("quoteBlock", () => {
  test("shows the slice character for character, with at most isolates around it", () => {
    fc.assert(
      fc.property(hostileText, (slice) => {
        const [seen] = quotedWords([quoteBlock(slice).content]);
        expect(seen?.replace(/\u2069+$/, "")).toBe(renderedWhiteSpace(slice).replace(/\u2069+$/, ""));
      }),
      { numRuns: 500 },
    );
  });

  test("isolates what turns the direction, and nothing else", () => {
    expect(quoteBlock("Mr. Chairman").content).toBe(">>> Mr\\. Chairman");
    expect(quoteBlock("שלום").content).toBe(">>> \u2068שלום\u2069");
    expect(quoteBlock("a\u2067b").content).toBe(">>> \u2068a\u2067b\u2069\u2069");
    expect(quoteBlock("a\u202eb").content).toBe(">>> \u2068a\u202eb\u2069");
  });
});
