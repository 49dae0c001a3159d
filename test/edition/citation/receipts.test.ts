import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { checkReceipt } from "../../../src/edition/citation/check-receipt.js";
import { makeReceipt } from "../../../src/edition/citation/make-receipt.js";
import { type Receipt, receiptSchema } from "../../../src/edition/citation/receipt.js";
import { receiptVerdictSchema } from "../../../src/edition/citation/receipt-verdict.js";
import { makeQuote } from "../../../src/edition/make-quote.js";
import type { Quote } from "../../../src/edition/quote.js";
import type { Work } from "../../../src/edition/work.js";
import { plainWork, quoteOf } from "../apparatus/plain-work.js";

let jfk: Work;
beforeAll(async () => {
  [jfk] = (await readCorpus("corpus")) as [Work];
});

function allQuotes(work: Work): readonly Quote[] {
  return work.witnesses.flatMap((witness) =>
    witness.passages.flatMap((passage) => [
      makeQuote(work, { witness, passage, from: 0, to: passage.sentences.length }),
      ...passage.sentences.map((_, from) => makeQuote(work, { witness, passage, from, to: from + 1 })),
    ]),
  );
}

/** A receipt as it comes back from a file, with `change` made to it. */
function tampered(receipt: Receipt, change: (copy: Receipt) => void): unknown {
  const copy = structuredClone(receipt);
  change(copy);
  return JSON.parse(JSON.stringify(copy)) as unknown;
}

describe("a receipt", () => {
  it("holds for every passage of the letter, and survives a file", () => {
    for (const quote of allQuotes(jfk)) {
      const receipt = makeReceipt(quote, jfk, "2026-01-31T12:00:00Z");
      expect(receiptSchema.parse(receipt)).toEqual(receipt);
      expect(checkReceipt(JSON.parse(JSON.stringify(receipt)), [jfk])).toEqual({
        version: 1,
        valid: true,
        quote,
      });
    }
  });

  it("can be checked by hand: sha256sum, then tail and head on the bytes", () => {
    for (const quote of allQuotes(jfk)) {
      const { quoth } = makeReceipt(quote, jfk);
      const bytes = readFileSync(`corpus/${quoth.file}`);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(quoth.sha256);
      // tail -c +N counts from 1; head -c M takes M bytes.
      const cut = quoth.spans.map(({ bytes: { start, end } }) =>
        bytes.subarray(start + 1 - 1).subarray(0, end - start),
      );
      expect(Buffer.concat(cut).toString("utf8")).toBe(quoth.text);
    }
  });

  it("can be checked with the very tools", () => {
    const { quoth } = makeReceipt(quoteOf(jfk, "1.3"), jfk);
    const cut = quoth.spans.map(({ bytes: { start, end } }) =>
      execFileSync(
        "sh",
        [
          "-c",
          'tail -c +"$(($1 + 1))" "$0" | head -c "$(($2 - $1))"',
          `corpus/${quoth.file}`,
          String(start),
          String(end),
        ],
        { encoding: "utf8" },
      ),
    );
    expect(cut.join("")).toBe(quoteOf(jfk, "1.3").text);
    expect(execFileSync("sha256sum", [`corpus/${quoth.file}`], { encoding: "utf8" }).slice(0, 64)).toBe(
      quoth.sha256,
    );
  });

  it("counts right past characters of every width, and past a byte-order mark", () => {
    const sign = fc.constantFrom("a", "é", "—", "𝒳", "👍", "ﬁ");
    const sentence = fc
      .array(sign, { minLength: 1, maxLength: 10 })
      .map((signs) => `Xa ${signs.join("")} b.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), fc.boolean(), (sentences, bom) => {
        const text = `${bom ? "\uFEFF" : ""}${sentences.join("\n\n")}`;
        const work = plainWork([text]);
        const bytes = Buffer.from(text, "utf8");
        for (const quote of allQuotes(work)) {
          const { quoth } = makeReceipt(quote, work);
          expect(
            quoth.spans
              .map((span) => bytes.subarray(span.bytes.start, span.bytes.end).toString("utf8"))
              .join(""),
          ).toBe(quote.text);
          expect(
            quoth.spans
              .map((span) => [...text].slice(span.codePoints.start, span.codePoints.end).join(""))
              .join(""),
          ).toBe(quote.text);
          expect(checkReceipt(makeReceipt(quote, work), [work]).valid).toBe(true);
        }
      }),
    );
  });
});

describe("a receipt that does not hold", () => {
  const codeOf = (receipt: unknown, works: readonly Work[] = [jfk]): string => {
    const verdict = receiptVerdictSchema.parse(checkReceipt(receipt, works));
    return verdict.valid ? "valid" : verdict.code;
  };

  it("is told by what was tampered with", () => {
    const receipt = makeReceipt(quoteOf(jfk, "2.2"), jfk);
    const cases: readonly [string, (copy: Receipt) => void][] = [
      ["text-differs", ({ quoth }) => (quoth.text = quoth.text.replace("cannot", "can"))],
      ["text-differs", ({ quoth }) => ((quoth.spans[0] as Receipt["quoth"]["spans"][0]).text += "!")],
      ["text-differs", ({ quoth }) => ((quoth.spans[0] as Receipt["quoth"]["spans"][0]).utf16.start += 1)],
      ["offsets-differ", ({ quoth }) => ((quoth.spans[0] as Receipt["quoth"]["spans"][0]).bytes.end += 1)],
      [
        "offsets-differ",
        ({ quoth }) => ((quoth.spans[0] as Receipt["quoth"]["spans"][0]).codePoints.start += 1),
      ],
      [
        "selectors-differ",
        ({ target }) => ((target[0] as Receipt["target"][0]).selector[0].exact = "I resign."),
      ],
      ["selectors-differ", ({ target }) => ((target[0] as Receipt["target"][0]).selector[1].end += 1)],
      [
        "selectors-differ",
        ({ target }) => ((target[0] as Receipt["target"][0]).source.id = "ni:///sha-256;x"),
      ],
      ["selectors-differ", ({ target }) => target.push(target[0] as Receipt["target"][0])],
      ["reference-differs", ({ quoth }) => (quoth.reference = "jfk-1961-04-18:2.3")],
      ["reference-differs", ({ quoth }) => (quoth.reference = "other:2.2")],
      ["layer-differs", ({ quoth }) => (quoth.layer = "note")],
      ["voice-differs", ({ quoth }) => (quoth.voice = "Fidel Castro")],
      ["hash-mismatch", ({ quoth }) => (quoth.sha256 = "0".repeat(64))],
      ["named-differently", ({ quoth }) => (quoth.work = "nixon")],
      ["named-differently", ({ quoth }) => (quoth.witness = "elsewhere")],
    ];
    for (const [code, change] of cases)
      expect([code, codeOf(tampered(receipt, change))]).toEqual([code, code]);
    expect(codeOf(receipt, [])).toBe("unknown-text");
  });

  it("cannot give an editor's note to the author", () => {
    const receipt = makeReceipt(quoteOf(jfk, "note.B"), jfk);
    expect(codeOf(tampered(receipt, ({ quoth }) => (quoth.voice = "John F. Kennedy")))).toBe("voice-differs");
    expect(
      codeOf(
        tampered(receipt, ({ quoth }) => Object.assign(quoth, { layer: "text", voice: "John F. Kennedy" })),
      ),
    ).toBe("layer-differs");
  });

  it("cannot leave words out between true slices", () => {
    const quote = quoteOf(jfk, "2.2");
    const { start, end } = quote.spans[0] as { start: number; end: number };
    const text = jfk.witnesses[0].text;
    const at = text.indexOf("not be surprising", start);
    const spans = [
      { start, end: at },
      { start: at + 4, end },
    ];
    const forged = makeReceipt(
      { ...quote, spans, text: spans.map((span) => text.slice(span.start, span.end)).join("") },
      jfk,
    );
    expect(forged.quoth.text).toMatch(/^It canbe surprising|^It can ?be surprising/);
    expect(codeOf(forged)).toBe("reference-differs");
  });

  it("says, where the file is another by now, whether the words still stand in it", () => {
    const text = "First it says so. Then it ends.";
    const receipt = makeReceipt(quoteOf(plainWork([text]), "1.1"), plainWork([text]));
    const later = (now: string): unknown => {
      const verdict = checkReceipt(receipt, [plainWork([now])]);
      return verdict.valid ? undefined : [verdict.code, verdict.stillThere];
    };
    expect(later(`${text} More.`)).toEqual(["hash-mismatch", "same-place"]);
    expect(later(`New. ${text}`)).toEqual(["hash-mismatch", "elsewhere"]);
    expect(later("First it says no. Then it ends.")).toEqual(["hash-mismatch", "no"]);
  });

  it("is refused as malformed, whatever it is, and never throws", () => {
    for (const bad of [null, 7, "x", [], {}, { quoth: {} }, JSON.parse('{"__proto__":{"valid":true}}')])
      expect(codeOf(bad)).toBe("malformed");
    const receipt = makeReceipt(quoteOf(jfk, "2.2"), jfk);
    const foreign = tampered(receipt, (copy) =>
      Object.assign(copy["@context"][1], { exact: "https://example.org/else" }),
    );
    expect(codeOf(foreign)).toBe("malformed");
    expect(
      codeOf(
        tampered(receipt, ({ quoth }) => ((quoth.spans[0] as Receipt["quoth"]["spans"][0]).utf16.start = -1)),
      ),
    ).toBe("malformed");
    expect(codeOf(tampered(receipt, ({ quoth }) => (quoth.reference = ":".repeat(4000))))).toBe(
      "reference-differs",
    );
    fc.assert(fc.property(fc.anything(), (anything) => !checkReceipt(anything, [jfk]).valid));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(receipt.quoth)), fc.jsonValue(), (key, value) => {
        const verdict = checkReceipt({ ...receipt, quoth: { ...receipt.quoth, [key]: value } }, [jfk]);
        if (verdict.valid) expect(verdict.quote.text).toBe(receipt.quoth.text);
      }),
    );
  });
});
