import type { Quote } from "../../../src/edition/quote.js";

/** A quote with this text, for rendering alone. */
export function quoteOf(text: string, over: Partial<Quote> = {}): Quote {
  return {
    text,
    reference: "play:3",
    work: "play",
    witness: "first",
    layer: "text",
    voice: "An Author",
    spans: [{ start: 0, end: text.length }],
    file: "play/first.txt",
    sha256: "0".repeat(64),
    markers: [],
    witnesses: ["first"],
    citation: "An Author, Play, par. 3.",
    ...over,
  };
}

export const context = {
  authorOf: (work: string) => (work === "play" ? "An Author" : undefined),
  surroundingsOf: () => ({ before: true, after: true, whole: true, edition: "second" }),
};
