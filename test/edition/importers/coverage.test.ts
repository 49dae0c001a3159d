import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownTextParsers } from "../../../src/edition/importers/parsers.js";
import { makeQuote } from "../../../src/edition/make-quote.js";
import { type Span, sliceSpans } from "../../../src/edition/span.js";
import type { Work } from "../../../src/edition/work.js";
import { FILES, workOf } from "../letter.js";

const SEED = 1961;
const formats = Object.keys(ownTextParsers) as (keyof typeof ownTextParsers)[];

/**
 * Every non-blank character is in exactly one passage, outside its markers, or in a marker alone; and there in one
 * sentence, marker or gap. A note may stand in the marker that points at it.
 */
function expectCovered(work: Work): void {
  for (const { text, passages } of work.witnesses) {
    const owners = new Int32Array(text.length);
    const signs = new Int32Array(text.length);
    for (const { start, end, sentences, markers, gaps = [] } of passages) {
      const partOf = new Int32Array(end - start);
      const count = (span: Span, add: (before: number) => number): void => {
        for (let at = span.start; at < span.end; at += 1) partOf[at - start] = add(partOf[at - start] ?? 0);
      };
      sentences.forEach((one) => count(one, (before) => before + 1));
      [...markers, ...gaps].forEach((one) => count(one, (before) => Math.max(1, before)));
      for (let at = start; at < end; at += 1) {
        if (/\S/.test(text.charAt(at)) && partOf[at - start] !== 1)
          expect.fail(`part ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
        if (markers.some((one) => at >= one.start && at < one.end)) signs[at] = (signs[at] ?? 0) + 1;
        else owners[at] = (owners[at] ?? 0) + 1;
      }
    }
    for (let at = 0; at < text.length; at += 1) {
      if (/\s/.test(text.charAt(at))) continue;
      if (owners[at] !== 1 && !(owners[at] === 0 && signs[at] === 1))
        expect.fail(`${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
    }
  }
}

/** Slices of every run of up to three sentences are the quote's text, and no marker stands in it. */
function expectSliced(work: Work): void {
  const [witness] = work.witnesses;
  for (const passage of witness.passages) {
    for (let from = 0; from < passage.sentences.length; from += 1) {
      for (let to = from + 1; to <= Math.min(from + 3, passage.sentences.length); to += 1) {
        const quote = makeQuote(work, { witness, passage, from, to });
        expect(sliceSpans(witness.text, quote.spans)).toBe(quote.text);
        expect(quote.text).toBe(quote.text.trim());
        for (const { label, offset } of quote.markers) {
          const sign = witness.text.startsWith("^[", offset) ? "^[" : `[${label}]`;
          expect(witness.text.startsWith(sign, offset)).toBe(true);
          expect(quote.spans.some((s) => s.start < offset + sign.length && s.end > offset)).toBe(false);
        }
        quote.spans.forEach((span, at) =>
          expect(span.start).toBeGreaterThanOrEqual(at === 0 ? 0 : (quote.spans[at - 1]?.end ?? 0)),
        );
      }
    }
  }
}

const scrap = fc.constantFrom(
  "\n",
  "\n\n",
  "\r\n",
  "\r\n\r\n",
  "\r",
  "\t",
  " ",
  "\u2028",
  "\u2029",
  "\uFEFF",
  "[A]",
  "[1]",
  "[A] A note.",
  "[B]",
  "Ann Author",
  "Source: a book",
  "Dear Sir,",
  "Mr. Chairman:",
  "May 1, 1871",
  "A sentence of some length that ends here. And another one!",
  "word ",
  "Dr. ",
  "U.S. ",
  "p. 5",
  "?!",
  "“",
  "”",
  "…",
  "note: x",
  "[x]",
  "^[",
  "^[A note.]",
  "]",
  "😀",
  "e\u0301",
  "中文。",
  "\u0000",
  "\ud800",
);
const scraps = fc.array(scrap, { maxLength: 40 }).map((parts) => parts.join(""));

describe.each(formats)("format %s", (format) => {
  it("covers any text", () => {
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
        const work = workOf([text], format);
        expectCovered(work);
        expectSliced(work);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("covers the letter, mutated anyhow", () => {
    const edit = fc.record({ at: fc.nat(6000), cut: fc.nat(300), put: scraps });
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        ({ text }, edits) => {
          const mutated = edits.reduce(
            (now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut),
            text,
          );
          const work = workOf([mutated], format);
          expectCovered(work);
          expectSliced(work);
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });
});

it("aligned witnesses stay covered, and every reference is borne once", () => {
  fc.assert(
    fc.property(
      fc.array(scraps, { minLength: 2, maxLength: 3 }),
      fc.constantFrom(...formats),
      (texts, format) => {
        const work = workOf(texts, format);
        expectCovered(work);
        for (const { passages } of work.witnesses) {
          const paths = passages.flatMap((p) => [
            p.path,
            ...p.sentences.map((s) => s.path).filter((path) => path !== p.path),
          ]);
          expect(new Set(paths).size).toBe(paths.length);
        }
      },
    ),
    { seed: SEED, numRuns: 300 },
  );
});
