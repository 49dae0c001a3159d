// Is it judged rightly what was said, and how fast: mutants of every sentence and window of the letter, the labelled
// quotations, and time beside floors. Writes bench/quotations.json and bench/quotations.md.
//   node bench/quotations.js            the figures (minutes, on a quiet machine)
//   node bench/quotations.js --short    CI: a sample; what must hold, holds; no time is judged, nothing written
import { writeFileSync } from "node:fs";
import { readCorpus } from "../dist/adapters/files/read-corpus.js";
import { buildQuotationIndex } from "../dist/edition/verification/quotation-index.js";
import { naiveOracle } from "../dist/evaluation/naive-oracle.js";
import { describeMachine } from "./machine.js";
import { LETTER_CORPUS } from "./places.js";
import { hostileForms, measureCurve } from "./quotation-curve.js";
import { measureEssay } from "./quotation-essay.js";
import { judgeQuotations } from "./quotation-goals.js";
import { collectMutants, judgeBases, judgeLabelled, judgeMutants } from "./quotation-mutants.js";
import { renderQuotations } from "./quotation-report.js";
import { measureSource } from "./quotation-source.js";
import { drawEvenly, measureQuotations, paragraphsOf } from "./quotation-timing.js";
import { rounded, seededRandom } from "./statistics.js";

const SEED = 19610418;
const FULL = {
  step: 1,
  quotations: 2_000,
  source: { paragraphs: 10_000, quotations: 1_000, faithful: 4_000 },
  essay: { quotations: 200, rounds: 15 },
  curve: { lengths: [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000], rounds: 3 },
};
const SHORT = {
  step: 11,
  quotations: 200,
  source: { paragraphs: 1_000, quotations: 400, faithful: 1_000 },
  essay: { quotations: 200, rounds: 1 },
  curve: { lengths: [1_000, 10_000], rounds: 1 },
};

const short = process.argv.includes("--short");
const plan = short ? SHORT : FULL;
const say = (text) => process.stderr.write(`${text}\n`);
const machine = describeMachine(["diff"]);
const random = seededRandom(SEED);
const works = await readCorpus(LETTER_CORPUS);
const index = buildQuotationIndex(works);

say("mutants of the letter");
const { mutants, bases } = collectMutants(works, naiveOracle(works), plan.step);
const letter = {
  mutants: judgeMutants(index, mutants),
  bases: judgeBases(index, bases),
  labelled: judgeLabelled(index),
};
say("one quotation against the letter");
const paragraphs = new Map(works.flatMap((work) => [...paragraphsOf(work)]));
const quoted = drawEvenly(mutants, plan.quotations, SEED).map((mutant) => ({
  ...mutant,
  paragraph: paragraphs.get(mutant.reference),
}));
const timing = measureQuotations(index, quoted, random);
say(`one quotation against ${plan.source.paragraphs} paragraphs`);
const source = measureSource(plan.source, works, SEED, random);
say("an essay");
const essay = measureEssay(index, mutants, plan.essay, SEED, random);
say("pasted text");
const text = authorsText(works[0].witnesses.at(-1));
const changed = text
  .split(" ")
  .map((word, at) => (at % 10 === 5 ? "really" : word))
  .join(" ");
const curve = measureCurve(index, hostileForms(text, changed), plan.curve, random);

const results = { letter, timing, source, essay, lengths: plan.curve.lengths, curve };
const goals = judgeQuotations(results);
const report = { machine, seed: SEED, goals, results };
if (short) for (const { what, value } of goals.filter(({ must }) => must)) say(`${what}: ${value}`);
else {
  const markdown = await renderQuotations(report);
  process.stdout.write(markdown);
  const file = (name) => new URL(name, import.meta.url);
  writeFileSync(file("quotations.json"), `${JSON.stringify(rounded(report), null, 2)}\n`);
  writeFileSync(file("quotations.md"), markdown);
}
const failed = goals.filter(({ must, met }) => must && !met);
for (const { what, value, goal } of failed) say(`FAILED: ${what}: ${value}; the goal is ${goal}.`);
process.exitCode = failed.length > 0 ? 1 : 0;

function authorsText(witness) {
  const passages = witness.passages.filter(({ layer }) => layer === "text");
  return witness.text.slice(passages[0].start, passages.at(-1).end);
}
