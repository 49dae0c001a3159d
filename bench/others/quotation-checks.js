// Does a changed quotation pass? The letter's mutants put to verbatim-core's check of a span (KRLabsOrg's
// verbatim-rag, Python) and to quoth's verify. Writes bench/others-quotations.json and .md.
//   python3 -m venv VENV && VENV/bin/pip install verbatim-core==0.2.8
//   npm run bench:others:quotations -- VENV/bin/python3 [--short]
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCorpus } from "../../dist/adapters/files/read-corpus.js";
import { buildQuotationIndex } from "../../dist/edition/verification/quotation-index.js";
import { verifyQuotation } from "../../dist/edition/verification/verify-quotation.js";
import { naiveOracle } from "../../dist/evaluation/naive-oracle.js";
import { LETTER_CORPUS } from "../places.js";
import { collectMutants } from "../quotation-mutants.js";
import { paragraphsOf } from "../quotation-timing.js";
import { renderQuotationChecks } from "./render-quotation-checks.js";

/** Of the sentences and windows, every so many: all, or in the short form a sample. */
const STEP = { full: 1, short: 29 };
const FAITHFUL = ["exact", "exact-normalized", "elided"];
const CHECK = fileURLToPath(new URL("verbatim-core.py", import.meta.url));

const short = process.argv.includes("--short");
const python = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? "python3";
const works = await readCorpus(LETTER_CORPUS);
const index = buildQuotationIndex(works);
const { mutants } = collectMutants(works, naiveOracle(works), short ? STEP.short : STEP.full);
const documents = new Map(works.flatMap((work) => [...paragraphsOf(work)]));

const { about, checked } = askVerbatimCore(
  mutants.map(({ quotation, reference }) => ({ span: quotation, document: documents.get(reference) })),
);
const kinds = {};
for (const [at, mutant] of mutants.entries()) {
  const { kind, expected, quotation } = mutant;
  const figure = (kinds[kind] ??= { expected, total: 0, quoth: 0, exact: 0, fuzzy: 0, replaced: 0 });
  const { exact, fuzzy } = checked[at];
  figure.total += 1;
  if (FAITHFUL.includes(verifyQuotation(index, quotation).verdict)) figure.quoth += 1;
  if (exact !== null) figure.exact += 1;
  if (fuzzy !== null) figure.fuzzy += 1;
  if (fuzzy !== null && fuzzy !== quotation.trim()) figure.replaced += 1;
}
const report = { about, sums: sumsOf(kinds), kinds };
const text = await renderQuotationChecks(report);
process.stdout.write(text);
if (!short) {
  const file = (name) => new URL(`../${name}`, import.meta.url);
  writeFileSync(file("others-quotations.md"), text);
  writeFileSync(file("others-quotations.json"), `${JSON.stringify(report, null, 2)}\n`);
}

/** Over all kinds that have to be judged alike. */
function sumsOf(figures) {
  const sums = {};
  for (const { expected, ...counts } of Object.values(figures)) {
    const sum = (sums[expected] ??= Object.fromEntries(Object.keys(counts).map((name) => [name, 0])));
    for (const [name, count] of Object.entries(counts)) sum[name] += count;
  }
  return sums;
}

/** What verbatim-core makes of each pair, in order. */
function askVerbatimCore(pairs) {
  const input = pairs.map((pair) => `${JSON.stringify(pair)}\n`).join("");
  const { status, stdout, stderr } = spawnSync(python, [CHECK], {
    input,
    encoding: "utf8",
    maxBuffer: 256 * 2 ** 20,
  });
  if (status !== 0) {
    throw new Error(
      `verbatim-core could not be run with ${python}; install verbatim-core==0.2.8 for it.\n${stderr ?? ""}`,
    );
  }
  const [about, ...checked] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { about, checked };
}
