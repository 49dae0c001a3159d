import { describe, expect, it } from "vitest";
import { assembleWork, pinWork } from "../../src/edition/assemble-work.js";
import { checkCoverage } from "../../src/edition/check-coverage.js";
import { makeQuote } from "../../src/edition/make-quote.js";
import { type PinnedReferences, pinnedReferencesSchema } from "../../src/edition/pinned-references.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import type { Work } from "../../src/edition/work.js";
import { DECLARATION, FILES, fileOf, letter } from "./letter.js";

const pin = (work: Work): PinnedReferences =>
  pinnedReferencesSchema.parse(JSON.parse(JSON.stringify(pinWork(work))));
const thrown = (act: () => unknown): QuothError => {
  try {
    act();
  } catch (error) {
    if (error instanceof QuothError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};
/** Pins of the letter, changed by `change`. */
const changed = (
  change: (passages: PinnedReferences["witnesses"][string]["passages"]) => void,
): PinnedReferences => {
  const pins = pin(letter());
  const own = pins.witnesses["marxists"];
  if (!own) throw new Error("no marxists");
  change(own.passages);
  return pins;
};

describe("pinned references", () => {
  it("come back as the same passages", () => {
    const work = letter();
    const again = assembleWork(DECLARATION, FILES, pin(work));
    expect(again.witnesses.map((w) => w.passages)).toEqual(work.witnesses.map((w) => w.passages));
    expect(work.pinned).toBe(false);
    expect(again.pinned).toBe(true);
    expect(pin(again)).toEqual(pin(work));
  });

  it("hold no word of the text", () => {
    expect(JSON.stringify(pinWork(letter()))).not.toMatch(/Cuba|refugees|Kennedy/);
  });

  it("refuse a file that changed by one character, and an edition that they do not know", () => {
    const pins = pin(letter());
    const [first, second] = FILES;
    const edited = fileOf((first?.text ?? "").replace("100,000", "100,001"), first?.path);
    const free = {
      ...DECLARATION,
      witnesses: DECLARATION.witnesses.map((w) => ({ ...w, sha256: undefined })),
    };
    expect(thrown(() => assembleWork(free, [edited, second ?? edited], pins))).toMatchObject({
      code: "corpus-damaged",
      data: { file: first?.path, found: edited.sha256 },
    });
    expect(thrown(() => assembleWork(DECLARATION, [edited, second ?? edited]))).toMatchObject({
      code: "corpus-damaged",
      message: expect.stringMatching(/marxists-org\.txt is not the file that work\.yaml declares/) as unknown,
    });
    const { marxists: _, ...rest } = pins.witnesses;
    expect(thrown(() => assembleWork(DECLARATION, FILES, { ...pins, witnesses: rest })).message).toMatch(
      /has no references yet/,
    );
  });

  it("keep references stable, however quoth would segment the text now", () => {
    // An older version of quoth took the first two sentences of paragraph 1 for one.
    const work = assembleWork(
      DECLARATION,
      FILES,
      changed((passages) => {
        const first = passages.find((p) => p.path === "1");
        if (!first) throw new Error("no paragraph");
        const [a, b, ...rest] = first.sentences;
        if (!a || !b) throw new Error("no sentences");
        first.sentences = [
          ["1.1", a[1], b[2]],
          ...rest.map(([, start, end], at): [string, number, number] => [`1.${at + 2}`, start, end]),
        ];
      }),
    );
    const [witness] = work.witnesses;
    const passage = witness.passages.find((p) => p.path === "1");
    if (!passage) throw new Error("no paragraph");
    expect(makeQuote(work, { witness, passage, from: 0, to: 1 }).text).toMatch(
      /^You are .* Castro dictatorship\.$/,
    );
    expect(makeQuote(work, { witness, passage, from: 1, to: 2 })).toMatchObject({
      reference: "jfk-1961-04-18:1.2",
      text: expect.stringMatching(/^More than 100,000/) as unknown,
    });
  });

  const damages: readonly (readonly [
    string,
    (passages: PinnedReferences["witnesses"][string]["passages"]) => void,
  ])[] = [
    ["a passage is missing", (p) => void p.splice(4, 1)],
    ["a passage begins early", (p) => void ((p[4] as (typeof p)[0]).span[0] -= 5)],
    ["a passage ends beyond the file", (p) => void ((p.at(-1) as (typeof p)[0]).span[1] += 1000)],
    ["a sentence is missing", (p) => void (p[4] as (typeof p)[0]).sentences.splice(1, 1)],
    [
      "the first sentence is missing before a marker",
      (p) => void (p[4] as (typeof p)[0]).sentences.splice(0, 3),
    ],
    [
      "sentences overlap",
      (p) => void (((p[4] as (typeof p)[0]).sentences[0] as [string, number, number])[2] += 9),
    ],
    ["sentences are out of order", (p) => void (p[4] as (typeof p)[0]).sentences.reverse()],
    [
      "a sentence ends before it begins",
      (p) => void (((p[4] as (typeof p)[0]).sentences[0] as [string, number, number])[2] = 0),
    ],
    ["a marker hides words", (p) => void ((p[4] as (typeof p)[0]).markers = [["A", 0, 9]])],
  ];
  it.each(damages)("are refused where %s, with line and column", (_, damage) => {
    const error = thrown(() => assembleWork(DECLARATION, FILES, changed(damage)));
    expect(error.code).toBe("corpus-invalid");
    expect(error.message).toMatch(/marxists-org\.txt:\d+:\d+: /);
    expect(error.remedy).toMatch(/build --pin/);
  });
});

it("names line and column of the first character without a layer", () => {
  const error = thrown(() =>
    checkCoverage("x.txt", "One.\r\n\r\n  Two.", [
      {
        path: "1",
        layer: "text",
        kind: "paragraph",
        start: 0,
        end: 4,
        markers: [],
        sentences: [{ path: "1.1", start: 0, end: 4 }],
      },
    ]),
  );
  expect(error.data).toEqual({ file: "x.txt", line: 3, column: 3, offset: 10 });
});
