import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { FORMAT_NAMES } from "../../src/edition/importers/importers.js";
import { checkImport } from "./check-import.js";
import { mutate } from "./mutate.js";
import { mutateTei } from "./mutate-tei.js";

/** Mutated files for each format; `npm run fuzz` tries 10,000. */
const RUNS = Number(process.env["QUOTH_FUZZ"] ?? 120);
const HOURS = { timeout: 6 * 3_600_000 };
const FOLDERS = ["../data/importers/", "../../corpus/jfk-1961-04-18/"].map((one) =>
  fileURLToPath(new URL(one, import.meta.url)),
);
const NAMES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md|html|xml)$/.test(name))
    .sort()
    .map((name) => path.join(folder, name)),
);
const FILES = NAMES.map((name) => readFileSync(name, "utf8"));
const TEI = FILES.filter((_, at) => NAMES[at]?.endsWith(".xml"));

/** Checks `RUNS` mutated copies of `files`; how many of them were read rather than refused. */
function tryAll(
  files: readonly string[],
  change: (text: string, seed: number) => string,
  check: (text: string) => boolean,
): number {
  let read = 0;
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const mutated = change(files[seed % files.length] ?? "", seed);
    try {
      if (check(mutated)) read += 1;
    } catch (error) {
      throw new Error(`seed ${seed}: ${JSON.stringify(mutated.slice(0, 6000))}`, { cause: error });
    }
  }
  return read;
}

describe.each(FORMAT_NAMES)("format %s", (format) => {
  it.each(FILES.map((text, at) => [at, text] as const))(
    "reads file %i as it is, whatever its format",
    (_, text) => {
      expect([true, false]).toContain(checkImport(format, text));
    },
  );

  it(`loses nothing of ${RUNS} mutated files`, HOURS, () => {
    tryAll(FILES, mutate, (text) => checkImport(format, text));
  });
});

describe("well-formed TEI", () => {
  it.each(TEI.map((text, at) => [at, text] as const))("is read: file %i", (_, text) => {
    expect(checkImport("tei", text)).toBe(true);
  });

  it(`loses nothing of ${RUNS} files whose elements were changed, and mostly is read`, HOURS, () => {
    // Where nothing could be read, nothing was tried.
    expect(tryAll(TEI, mutateTei, (text) => checkImport("tei", text))).toBeGreaterThan(RUNS / 4);
  });
});
