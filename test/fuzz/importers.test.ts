import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { FORMAT_NAMES } from "../../src/edition/importers/importers.js";
import { checkImport } from "./check-import.js";
import { mutate } from "./mutate.js";

/** Mutated files for each format; `npm run fuzz` tries 10,000. */
const RUNS = Number(process.env["QUOTH_FUZZ"] ?? 120);
const FOLDERS = ["../data/importers/", "../../corpus/jfk-1961-04-18/"].map((one) =>
  fileURLToPath(new URL(one, import.meta.url)),
);
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md|html|xml)$/.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), "utf8")),
);

describe.each(FORMAT_NAMES)("format %s", (format) => {
  it.each(FILES.map((text, at) => [at, text] as const))(
    "reads file %i as it is, whatever its format",
    (_, text) => {
      expect([true, false]).toContain(checkImport(format, text));
    },
  );

  it(`loses nothing of ${RUNS} mutated files`, { timeout: 6 * 3_600_000 }, () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const mutated = mutate(FILES[seed % FILES.length] ?? "", seed);
      try {
        checkImport(format, mutated);
      } catch (error) {
        throw new Error(`seed ${seed}: ${JSON.stringify(mutated.slice(0, 4000))}`, { cause: error });
      }
    }
  });
});
