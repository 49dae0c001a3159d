import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { compareWitnesses } from "../../../src/edition/apparatus/compare-witnesses.js";
import type { Work } from "../../../src/edition/work.js";
import { formatApparatusTei } from "../../../src/render/apparatus/format-apparatus-tei.js";
import { plainWork } from "../../edition/apparatus/plain-work.js";
import { wellFormed } from "./well-formed.js";

describe("formatApparatusTei", () => {
  it("writes lemma and reading with their witnesses", async () => {
    const [work] = (await readCorpus("corpus")) as [Work];
    const xml = formatApparatusTei(compareWitnesses(work));
    expect(wellFormed(xml, "lem")).toEqual([
      "MR. CHAIRMAN",
      "alongside",
      "for Communist",
      "world's",
      "John F. Kennedy",
    ]);
    expect(xml).toContain(
      [
        '        <app loc="1.5">',
        '          <lem wit="#marxists #frus">alongside</lem>',
        '          <rdg wit="#ucsb" cause="accidental">along side</rdg>',
        "        </app>",
      ].join("\n"),
    );
    expect(xml).toContain('<witness xml:id="ucsb">');
  });

  it("leaves the reading of an omission empty and says where a passage stands", () => {
    const [one, two, three] = [
      "Alpha stands before all.",
      "Beta comes right after.",
      "Gamma is the last of them.",
    ];
    const xml = formatApparatusTei(
      compareWitnesses(
        plainWork([
          [one, two, three].join("\n\n"),
          [two, three, one].join("\n\n"),
          [one, three].join("\n\n"),
        ]),
      ),
    );
    expect(wellFormed(xml, "note")).toEqual(["b: after 3"]);
    expect(xml).toContain('<rdg wit="#c" type="omission" cause="substantive"/>');
  });

  it("is well-formed without entries", () => {
    expect(wellFormed(formatApparatusTei(compareWitnesses(plainWork(["One."]))), "app")).toEqual([]);
  });

  it("escapes whatever the witnesses hold", () => {
    const word = fc.string({ unit: "binary", minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.array(word, { minLength: 1 }), (left, right) => {
        const work = plainWork([`A ${left.join(" ")} b.`, `A ${right.join(" ")} b.`], {
          work: { title: "<&\"'>" },
        });
        const apparatus = compareWitnesses(work);
        const lemmata = wellFormed(formatApparatusTei(apparatus), "lem");
        expect(lemmata).toHaveLength(apparatus.entries.length);
      }),
    );
  });
});
