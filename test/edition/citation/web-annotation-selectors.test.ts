import fc from "fast-check";
import { expect, it } from "vitest";
import { textOffset } from "../../../src/edition/citation/text-offsets.js";
import {
  CONTEXT_LENGTH,
  webAnnotationSelectors,
} from "../../../src/edition/citation/web-annotation-selectors.js";
import { hashName } from "../../../src/edition/citation/witness-source.js";

const text = fc
  .array(fc.constantFrom("a", "é", "—", "𝒳", "👍🏽", " ", "\n", "\uFEFF"), { maxLength: 120 })
  .map((signs) => signs.join(""));
const isInsidePair = (given: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(given.charAt(at)) && at > 0;

it("selects exactly the span, in code points, with its context", () => {
  fc.assert(
    fc.property(text, fc.nat(120), fc.nat(120), (given, one, other) => {
      const [start, end] = [Math.min(one, other, given.length), Math.min(Math.max(one, other), given.length)];
      fc.pre(!isInsidePair(given, start) && !isInsidePair(given, end));
      const [pair] = webAnnotationSelectors(given, [{ start, end }]);
      if (!pair) throw new Error("no selectors");
      const [quote, position] = pair;
      const points = [...given];
      expect(points.slice(position.start, position.end).join("")).toBe(quote.exact);
      expect(quote.exact).toBe(given.slice(start, end));
      expect(given.slice(0, start).endsWith(quote.prefix)).toBe(true);
      expect(given.slice(end).startsWith(quote.suffix)).toBe(true);
      expect(Math.max(quote.prefix.length, quote.suffix.length)).toBeLessThanOrEqual(CONTEXT_LENGTH);
      expect(`${quote.prefix}${quote.suffix}`).not.toMatch(/\p{Cs}/u);
    }),
  );
});

it("counts in units, code points and bytes as the platform does", () => {
  fc.assert(
    fc.property(text, fc.nat(120), (given, at) => {
      const utf16 = Math.min(at, given.length);
      fc.pre(!isInsidePair(given, utf16));
      const head = given.slice(0, utf16);
      expect(textOffset(given, utf16)).toEqual({
        utf16,
        codePoint: [...head].length,
        byte: Buffer.byteLength(head),
      });
    }),
  );
});

it("names a hash as RFC 6920 does", () => {
  // The example of RFC 6920, section 8.1.
  expect(hashName("7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069")).toBe(
    "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk",
  );
});
