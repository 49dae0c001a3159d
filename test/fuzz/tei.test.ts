import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { checkTei } from "./check-tei.js";
import { mutateTei } from "./mutate-tei.js";

/** Mutated files; `npm run fuzz` tries 10,000. */
const RUNS = Number(process.env["QUOTH_FUZZ"] ?? 200);
const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8");
const FILES = [
  "../data/importers/hamlet-excerpt.xml",
  "../data/importers/seward-excerpt.xml",
  "../data/importers/tyger.xml",
  "../../corpus/jfk-1961-04-18/frus-1961-63v06-d10.xml",
].map(read);

it("reads the files as they are", () => {
  for (const file of FILES) expect(checkTei(file)?.blocks.length).toBeGreaterThan(5);
});

it(`loses nothing of ${RUNS} mutated files`, { timeout: 6 * 3_600_000 }, () => {
  let whole = 0;
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const mutated = mutateTei(FILES[seed % FILES.length] as string, seed);
    try {
      if (checkTei(mutated)) whole += 1;
    } catch (error) {
      throw new Error(`seed ${seed}: ${JSON.stringify(mutated.slice(0, 6000))}`, { cause: error });
    }
  }
  // Where nothing could be read, nothing was tried.
  expect(whole).toBeGreaterThan(RUNS / 4);
});
