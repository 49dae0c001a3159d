// What is judged rightly: the letter's mutants, its own windows, and the labelled quotations.
import { readFileSync } from "node:fs";
import { verifyQuotation } from "../dist/edition/verification/verify-quotation.js";
import { wordsOf } from "../dist/edition/words.js";
import { judgeMutant } from "../dist/evaluation/judge-mutant.js";
import { basesOf, graftsOf, mutantsOf } from "../dist/evaluation/mutants.js";
import { LABELLED_QUOTATIONS } from "./places.js";

/**
 * Every different mutant of every `step`th sentence and window of the works, and those sentences and windows.
 * @param {readonly object[]} works @param {(text: string) => boolean} stands @param {number} step
 */
export function collectMutants(works, stands, step) {
  const mutants = new Map();
  const bases = new Map();
  for (const work of works) {
    const drawn = basesOf(work).filter((_, at) => at % step === 0);
    for (const base of drawn) bases.set(base.words.join(" "), base.reference);
    for (const mutant of [...graftsOf(work), ...drawn.flatMap((base) => mutantsOf(base, stands))])
      mutants.set(`${mutant.kind}\n${mutant.quotation}\n${mutant.reference}`, mutant);
  }
  return { mutants: [...mutants.values()], bases: [...bases.keys()] };
}

/**
 * Judges mutants and counts, by kind: how many there are, how many got another verdict than they deserve, how
 * many a wrong reference, and how many of those are at least as near to the sentence they were given.
 */
export function judgeMutants(index, mutants) {
  const sentences = sentencesOf(index.works);
  const kinds = {};
  const mistakes = [];
  for (const mutant of mutants) {
    const check = verifyQuotation(index, mutant.quotation);
    const { verdict, place, at } = judgeMutant(mutant, check);
    const figure = (kinds[mutant.kind] ??= {
      expected: mutant.expected,
      total: 0,
      wrong: 0,
      misplaced: 0,
      asNear: 0,
    });
    figure.total += 1;
    if (!verdict) figure.wrong += 1;
    if (!place) figure.misplaced += 1;
    const asNear = !place && isAsNear(mutant, check, sentences);
    if (asNear) figure.asNear += 1;
    if (!verdict || !place)
      mistakes.push({ ...mutant, verdict: check.verdict, at: at ?? null, rightVerdict: verdict, asNear });
  }
  return { kinds, mistakes };
}

/** Sums over the kinds of mutants that `wanted` lets through. */
export function total(kinds, wanted) {
  const sum = { total: 0, wrong: 0, misplaced: 0, asNear: 0 };
  for (const [kind, figure] of Object.entries(kinds))
    if (wanted(kind, figure.expected)) for (const name of Object.keys(sum)) sum[name] += figure[name];
  return sum;
}

/** The letter's own windows, unchanged: how many are exact. */
export function judgeBases(index, bases) {
  return {
    total: bases.length,
    right: bases.filter((base) => verifyQuotation(index, base).verdict === "exact").length,
  };
}

/** The labelled quotations: right is whoever has verdict, reference, layer, witnesses and flags as labelled. */
export function judgeLabelled(index) {
  const labels = readFileSync(LABELLED_QUOTATIONS, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const verdicts = {};
  const mistakes = [];
  for (const label of labels) {
    const check = verifyQuotation(index, label.quotation);
    const found = {
      verdict: check.verdict,
      reference: check.reference?.slice(check.reference.indexOf(":") + 1),
      layer: check.layer,
      witnesses: check.witnesses,
      flags: [...new Set(check.differences.flatMap(({ flags }) => flags))],
    };
    const right = Object.entries(found).every(
      ([name, value]) => label[name] === undefined || JSON.stringify(label[name]) === JSON.stringify(value),
    );
    const figure = (verdicts[label.verdict] ??= { total: 0, right: 0 });
    figure.total += 1;
    if (right) figure.right += 1;
    else mistakes.push({ ...label, found });
  }
  return { total: labels.length, right: labels.length - mistakes.length, verdicts, mistakes };
}

/** Whether a plain edit distance in words says that the mutant is as near to what was found as to its own sentence. */
function isAsNear({ quotation, reference }, check, sentences) {
  const found = check.quote?.text;
  if (found === undefined) return false;
  const own = sentences.get(reference) ?? [];
  return (
    distanceWithin(quotation, found) <=
    Math.min(...own.map((sentence) => distanceWithin(quotation, sentence)))
  );
}

/** Fewest words put in, left out or replaced that turn `quotation` into some run of words of `text` (Sellers 1980). */
function distanceWithin(quotation, text) {
  const [words, source] = [quotation, text].map((one) => wordsOf(one).map(({ norm }) => norm));
  let row = source.map(() => 0).concat(0);
  words.forEach((word, at) => {
    const next = [at + 1];
    source.forEach((other, k) => {
      next.push(Math.min(row[k] + (word === other ? 0 : 1), row[k + 1] + 1, next[k] + 1));
    });
    row = next;
  });
  return Math.min(...row);
}

/** By reference, the sentence as each witness has it. */
function sentencesOf(works) {
  const sentences = new Map();
  for (const { id, witnesses } of works)
    for (const { text, passages } of witnesses)
      for (const { path, start, end } of passages.flatMap((passage) => passage.sentences)) {
        const key = `${id}:${path}`;
        sentences.set(key, [...(sentences.get(key) ?? []), text.slice(start, end)]);
      }
  return sentences;
}
