import { expect, test } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { buildQuotationIndex } from "../../../src/edition/verification/quotation-index.js";
import { verifyQuotation } from "../../../src/edition/verification/verify-quotation.js";
import { judgeMutant } from "../../../src/evaluation/judge-mutant.js";
import { basesOf, graftsOf, type Mutant, mutantsOf } from "../../../src/evaluation/mutants.js";
import { naiveOracle } from "../../../src/evaluation/naive-oracle.js";

/** All of them take a minute; a sample is enough beside the rest of the tests. */
const all = process.env["QUOTH_ALL_MUTANTS"] !== undefined;
const SAMPLE = 7;

/** Mutants that are as near to another sentence as to their own; the list is renewed when it changes. */
const AMBIGUOUS = [
  "reorder: at jfk-1961-04-18:3.1-2 for jfk-1961-04-18:3.3: from military intervention Cuba, in the",
];

test(
  "every mutant of every sentence and window of the letter is judged for what it is",
  { timeout: 300_000 },
  async () => {
    const works = await readCorpus("corpus");
    const index = buildQuotationIndex(works);
    const stands = naiveOracle(works);
    const figures: Record<string, { total: number; wrong: number; misplaced: number }> = {};
    const wrong = new Set<string>();
    const judge = (mutant: Mutant): void => {
      const check = verifyQuotation(index, mutant.quotation);
      const figure = (figures[mutant.kind] ??= { total: 0, wrong: 0, misplaced: 0 });
      figure.total += 1;
      const { verdict, place, at } = judgeMutant(mutant, check);
      if (!verdict) {
        figure.wrong += 1;
        wrong.add(`${mutant.kind}: ${check.verdict}: ${mutant.quotation}`);
      } else if (!place) {
        figure.misplaced += 1;
        wrong.add(`${mutant.kind}: at ${at ?? ""} for ${mutant.reference}: ${mutant.quotation}`);
      }
    };
    for (const work of works) {
      for (const mutant of graftsOf(work)) judge(mutant);
      for (const [at, base] of basesOf(work).entries()) {
        if (!all && at % SAMPLE !== 0) continue;
        for (const mutant of mutantsOf(base, stands)) judge(mutant);
      }
    }
    if (all) console.table(figures);
    expect([...wrong].filter((one) => all || !AMBIGUOUS.includes(one))).toEqual(all ? AMBIGUOUS : []);
  },
);
