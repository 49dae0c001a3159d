import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { cite } from "../../../src/edition/citation/cite.js";
import { findFragment, type TextDirective } from "../../../src/edition/citation/find-fragment.js";
import { spokenRange } from "../../../src/edition/citation/text-fragment.js";
import { makeQuote } from "../../../src/edition/make-quote.js";
import type { Quote } from "../../../src/edition/quote.js";
import type { Witness, Work } from "../../../src/edition/work.js";
import { plainWork, quoteOf } from "../apparatus/plain-work.js";

/** Reads a link as a browser does: splits the directive at its bare signs, then decodes each term. */
function readDirective(link: string): TextDirective {
  const directive = /:~:text=(.*)$/s.exec(link)?.[1] ?? "";
  expect(directive).toMatch(/^[^&]*$/);
  const terms = directive.split(",");
  const prefix = terms[0]?.endsWith("-") ? terms.shift()?.slice(0, -1) : undefined;
  const suffix = terms.at(-1)?.startsWith("-") ? terms.pop()?.slice(1) : undefined;
  expect(terms.length === 1 || terms.length === 2).toBe(true);
  const [start = "", end] = terms;
  for (const term of terms) expect(term).not.toMatch(/[-&\s]/);
  const decode = (term: string | undefined): string | undefined =>
    term === undefined ? undefined : decodeURIComponent(term);
  const all = {
    prefix: decode(prefix),
    start: decodeURIComponent(start),
    end: decode(end),
    suffix: decode(suffix),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as TextDirective;
}

function expectFound(witness: Witness, quote: Quote, link: string): void {
  expect(findFragment(witness.text, readDirective(link))).toEqual(spokenRange(witness.text, quote.spans));
}

describe("the letter", () => {
  let jfk: Work;
  beforeAll(async () => {
    [jfk] = (await readCorpus("corpus")) as [Work];
  });

  it("finds every sentence and every passage again, and no other place", () => {
    const witness = jfk.witnesses[0];
    for (const passage of witness.passages) {
      const runs = [...passage.sentences.keys()].map((at) => [at, at + 1] as const);
      for (const [from, to] of [...runs, [0, passage.sentences.length] as const]) {
        const quote = makeQuote(jfk, { witness, passage, from, to });
        expectFound(witness, quote, cite(jfk, quote, "text-fragment").citation);
      }
    }
  });

  it("steps over markers, since the page shows them in its own way", () => {
    expect(readDirective(cite(jfk, quoteOf(jfk, "1.3"), "text-fragment").citation)).toEqual({
      start: "More than 100,000 refugees have recently fled from Cuba into neighboring countries",
    });
    expect(readDirective(cite(jfk, quoteOf(jfk, "1"), "text-fragment").citation)).toEqual({
      start: "You are under a",
      end: "original movement and government.",
    });
    for (const reference of ["1", "1.3", "4", "4.3"])
      expect(cite(jfk, quoteOf(jfk, reference), "text-fragment").citation).not.toMatch(/%5B|\[/);
  });

  it("encodes commas and hyphens", () => {
    expect(cite(jfk, quoteOf(jfk, "2.1"), "text-fragment").citation).toContain("alien%2Ddominated");
    expect(cite(jfk, quoteOf(jfk, "3.1"), "text-fragment").citation).toContain("stated%2C%20and");
  });
});

describe("other works", () => {
  const made = (text: string, url = "https://example.org/p"): Work => plainWork([text], { witness: { url } });
  const link = (work: Work, reference: string): string =>
    cite(work, quoteOf(work, reference), "text-fragment").citation;

  it("adds context where the words occur twice", () => {
    const work = made("He came in. Yes. She went out. Yes.\n\nYes.");
    for (const reference of ["1.2", "1.4", "2.1"])
      expectFound(work.witnesses[0], quoteOf(work, reference), link(work, reference));
  });

  it("keeps a page's own fragment", () => {
    expect(link(made("One here.", "https://example.org/p?a=b&c=d#s1"), "1.1")).toBe(
      "https://example.org/p?a=b&c=d#s1:~:text=One%20here.",
    );
  });

  it("finds its place whatever the words", () => {
    const word = fc.constantFrom("a", "b", "so-so", "x&y", "one,", "50%", "é", "𝒳", "(c)", "No", "#1", "—");
    const text = fc
      .array(word, { minLength: 3, maxLength: 60 })
      .map((words) => `Begin ${words.join(" ")} end.`);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (sentences) => {
        const work = made(
          sentences.map((one, at) => one.replace("Begin", `Begin${String(at)}`)).join("\n\n"),
        );
        sentences.forEach((_, at) =>
          expectFound(work.witnesses[0], quoteOf(work, String(at + 1)), link(work, String(at + 1))),
        );
      }),
    );
  });

  it("takes no quadratic time over a text that says one thing ten thousand times", () => {
    const work = made(`${"Yes it is. ".repeat(10_000)}\n\nYes it is.`);
    const begun = performance.now();
    link(work, "2.1");
    expect(performance.now() - begun).toBeLessThan(60_000);
  });
});
