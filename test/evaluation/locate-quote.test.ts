import { describe, expect, it } from "vitest";
import { readCorpus } from "../../src/adapters/files/read-corpus.js";
import { makeQuote } from "../../src/edition/make-quote.js";
import { locateQuote } from "../../src/evaluation/locate-quote.js";

describe("locateQuote", () => {
  it("finds every run of at most three sentences of every edition again, markers or not", async () => {
    const works = await readCorpus("corpus");
    let runs = 0;
    for (const work of works)
      for (const witness of work.witnesses)
        for (const passage of witness.passages)
          for (let from = 0; from < passage.sentences.length; from += 1)
            for (let to = from + 1; to <= Math.min(from + 3, passage.sentences.length); to += 1) {
              const found = locateQuote(works, makeQuote(work, { witness, passage, from, to }));
              expect(found?.passage).toBe(passage);
              expect(found).toMatchObject({ from, to });
              runs += 1;
            }
    expect(runs).toBeGreaterThan(80);
  });
  it("finds nothing of a work that is not there", async () => {
    const [work] = await readCorpus("corpus");
    const witness = work?.witnesses[0];
    const passage = witness?.passages.find((one) => one.sentences.length > 0);
    if (!work || !witness || !passage) throw new Error("no corpus");
    expect(locateQuote([], makeQuote(work, { witness, passage, from: 0, to: 1 }))).toBeUndefined();
  });
});
