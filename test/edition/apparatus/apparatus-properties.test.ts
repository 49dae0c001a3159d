import fc from "fast-check";
import { expect, it } from "vitest";
import { alignEditions } from "../../../src/edition/apparatus/align-editions.js";
import type { Apparatus } from "../../../src/edition/apparatus/apparatus.js";
import { collateWitnesses } from "../../../src/edition/apparatus/collate-witnesses.js";
import { compareWitnesses } from "../../../src/edition/apparatus/compare-witnesses.js";
import { lemmaRanges, readingRange } from "../../../src/edition/apparatus/group-variants.js";
import { lemmaInEdition } from "../../../src/edition/apparatus/lemma-in-edition.js";
import { sliceSpans } from "../../../src/edition/span.js";
import type { Work } from "../../../src/edition/work.js";
import { plainWork } from "./plain-work.js";

const word = fc.constantFrom(
  "the",
  "The",
  "fox",
  "fox,",
  "it's",
  "its",
  "a",
  "honor",
  "honour",
  "26th",
  "100,000",
  "run",
  "—",
  "“so”",
  "naïve",
  "𝒳y",
);
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `Fox ${words.join(" ")}.`);
const text = fc
  .array(
    fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(" ")),
    { minLength: 1, maxLength: 4 },
  )
  .map((paragraphs) => paragraphs.join("\n\n"));
const texts = fc.array(text, { minLength: 2, maxLength: 4 });

function textOf(work: Work, siglum: string): string {
  return work.witnesses.find((witness) => witness.siglum === siglum)?.text ?? "";
}

it("reports nothing but slices of its witnesses", () => {
  fc.assert(
    fc.property(texts, (given) => {
      const work = plainWork(given);
      const { entries }: Apparatus = compareWitnesses(work);
      for (const { lemma, readings } of entries) {
        expect(sliceSpans(textOf(work, "a"), lemma.spans)).toBe(lemma.text);
        for (const reading of readings) {
          expect(reading.places.map(({ witness }) => witness)).toEqual(reading.witnesses);
          for (const place of reading.places)
            expect(sliceSpans(textOf(work, place.witness), place.spans)).toBe(place.text);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it("names every witness once at most in an entry, and the base always with the lemma", () => {
  fc.assert(
    fc.property(texts, (given) => {
      for (const { lemma, readings } of compareWitnesses(plainWork(given)).entries) {
        const sigla = [...lemma.witnesses, ...readings.flatMap(({ witnesses }) => witnesses)];
        expect(new Set(sigla).size).toBe(sigla.length);
        expect(lemma.witnesses).toContain("a");
      }
    }),
    { numRuns: 300 },
  );
});

it("finds a lemma in every witness that reads so, word for word, and in no other", () => {
  const plain = (words: string): string => words.replace(/\s+/g, "");
  fc.assert(
    fc.property(texts, (given) => {
      const work = plainWork(given);
      const collation = collateWitnesses(work);
      const { entries } = compareWitnesses(work, undefined, collation);
      for (const edition of collation.editions) {
        const find = lemmaInEdition(edition);
        const { siglum, text: own } = edition.witness;
        for (const { reference, lemma, readings } of entries) {
          const found = sliceSpans(own, find(lemma.spans));
          expect(["", plain(lemma.text)]).toContain(plain(found));
          // Where a whole passage is lacking elsewhere, those that have it may differ in its words.
          if (/:.*\./.test(reference) && lemma.witnesses.includes(siglum))
            expect(plain(found)).toBe(plain(lemma.text));
          const other = readings.find(({ witnesses }) => witnesses.includes(siglum));
          if (other?.type === "variant" || other?.type === "omission") expect(found).toBe("");
        }
      }
    }),
    { numRuns: 200 },
  );
});

it("has no entries exactly where the witnesses have the same words in the same paragraphs", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(compareWitnesses(plainWork([one, one])).entries).toEqual([]);
      const differ = one !== other;
      expect(compareWitnesses(plainWork([one, other])).entries.length > 0).toBe(differ);
    }),
    { numRuns: 300 },
  );
});

it("loses no word: the base with a witness's readings put in is the witness", () => {
  fc.assert(
    fc.property(texts, (given) => {
      const [base, ...others] = plainWork(given).witnesses;
      for (const witness of others) {
        for (const pair of alignEditions(base, witness).pairs.values()) {
          const rebuilt: string[] = [];
          let at = 0;
          for (const range of lemmaRanges(pair.changes)) {
            const [start, end] = readingRange(pair.changes, range) ?? [Number.NaN, Number.NaN];
            rebuilt.push(
              ...pair.base.slice(at, range[0]).map(({ form }) => form),
              ...pair.other.slice(start, end).map(({ form }) => form),
            );
            at = range[1];
          }
          rebuilt.push(...pair.base.slice(at).map(({ form }) => form));
          expect(rebuilt.join(" ")).toBe(pair.other.map(({ form }) => form).join(" "));
        }
      }
    }),
    { numRuns: 300 },
  );
});
