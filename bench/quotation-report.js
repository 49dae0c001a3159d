import { format, resolveConfig } from "prettier";
import { fileURLToPath } from "node:url";
import { count, share } from "./quotation-goals.js";
import { table } from "./render-report.js";

/** The figures of verification as Markdown, formatted as the project's other files are. */
export async function renderQuotations({ machine, goals, results }) {
  const { letter, timing, source, essay, lengths, curve } = results;
  const file = fileURLToPath(new URL("quotations.md", import.meta.url));
  const { figures } = source.verdicts;
  const text = [
    "# Quotations",
    "Written by `npm run bench:quotations`; the figures in full are in quotations.json. Floors were measured in the same run, in shuffled order: read the ratios, for the milliseconds are this machine's. In parentheses 95 % bootstrap intervals.",
    `**Machine**: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.os}, Node ${machine.node}; load before ${machine.loadBefore.join(", ")}. diff ${machine.packages.diff}.`,
    "## Goals",
    table(
      ["", "measured", "goal", ""],
      goals.map(({ what, value, goal, met }) => [what, value, goal, met ? "met" : "**missed**"]),
    ),
    "## Mutants",
    `Every different mutant of every sentence of both editions, and of its windows of 6, 10 and 16 words. They and the judge were made together: they show that a rule holds everywhere in the letter, not how often quoth is right on strangers' quotations. *Elsewhere*: found in another sentence than the one it was made of; *as near*: those that a plain edit distance in words puts at least as near to the sentence found.`,
    table(
      ["kind", "has to be", "mutants", "judged so", "", "elsewhere", "as near"],
      Object.entries(letter.mutants.kinds).map(([kind, one]) => [
        kind,
        one.expected,
        count(one.total),
        count(one.total - one.wrong),
        share(one.total - one.wrong, one.total),
        String(one.misplaced),
        String(one.asNear),
      ]),
    ),
    ...letter.mutants.mistakes.map(
      ({ kind, quotation, verdict, reference, at }) =>
        `- ${kind}, of ${reference}: judged ${verdict} at ${at ?? "no place"}: \`${quotation}\``,
    ),
    "## Labelled quotations",
    table(
      ["verdict", "quotations", "right"],
      Object.entries(letter.labelled.verdicts).map(([verdict, one]) => [
        verdict,
        String(one.total),
        String(one.right),
      ]),
    ),
    "## One quotation",
    "ms, p50 / p95 / longest, of as many quotations of each group of kinds. *scan*: `String.indexOf` over the whole text, which finds only what stands there character for character and says nothing more. *diff*: `diffWords` of the package diff with the paragraph, which it has to be told.",
    table(
      ["against", "quotations", "quoth", "scan", "diff", "quoth ÷ scan", "quoth ÷ diff"],
      [
        ["the letter, two editions", timing],
        [`${count(source.paragraphs)} paragraphs`, source],
      ].map(([name, one]) => [
        name,
        count(one.quoth.n),
        spread(one.quoth),
        spread(one.scan),
        spread(one.diff),
        times(one.toScan),
        times(one.toDiff),
      ]),
    ),
    `By group of kinds, p50 / p95:`,
    table(
      ["group", "the letter", `${count(source.paragraphs)} paragraphs`],
      [...new Set([...Object.keys(timing.kinds), ...Object.keys(source.kinds)])].map((group) => [
        group,
        both(timing.kinds[group]),
        both(source.kinds[group]),
      ]),
    ),
    `The large source is XQuAD's 240 paragraphs again and again, a fifth of the words changed in each copy: ${count(source.words)} words, ${count(source.characters)} characters, indexed in ${count(Math.round(source.buildMs))} ms. An altered quotation may stand nearer to another copy, or another paragraph, than to its own, so these counts are shown and not judged, save the faithful ones, of which more were judged than timed. All that was not judged as it has to be is in quotations.json.`,
    table(
      ["has to be", "quotations", "judged so", "in another paragraph (and not a copy of it)"],
      Object.entries(figures).map(([expected, one]) => [
        expected,
        count(one.total),
        count(one.total - one.wrong),
        expected === "absent" ? "–" : String(one.misplaced),
      ]),
    ),
    "## An essay",
    `${count(essay.words)} words of Markdown with ${essay.quotations} quotations, ${essay.altered} of them altered: ${essay.found} found, ${essay.failures} failed, ${essay.wrong.length} wrongly. quoth ${both(essay.quoth)} ms (p50 / p95); a pattern for the quotation marks and a scan for each quotation ${both(essay.scan)} ms; ratio ${times(essay.toScan)}.`,
    "## Pasted text",
    "ms for a text of so many characters, the fastest of three; *exponent*: of the time over the length, fitted from 10,000 characters on (1 is linear, 2 quadratic); *last*: from the last but one length to the last.",
    table(
      ["form", ...lengths.map(count), "exponent", "last"],
      curve.map(({ form, ms, exponent, lastExponent }) => [
        form,
        ...ms.map((one) => (one < 9.95 ? one.toFixed(1) : one.toFixed(0))),
        exponent?.toFixed(2) ?? "–",
        lastExponent.toFixed(2),
      ]),
    ),
  ].join("\n\n");
  return format(text, { ...(await resolveConfig(file)), parser: "markdown" });
}

const both = (one) => (one ? `${one.p50.toFixed(2)} / ${one.p95.toFixed(2)}` : "–");
const spread = (one) => `${both(one)} / ${one.longest.toFixed(1)}`;
const times = ({ ratio, low, high }) => `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
