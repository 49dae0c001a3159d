// Text pasted in, longer and longer, of forms that make careless code quadratic; and the exponent of its time.
import { checkEssay } from "../dist/edition/essay/check-essay.js";
import { verifyQuotation } from "../dist/edition/verification/verify-quotation.js";
import { shuffle } from "./statistics.js";

/** From this length on the fixed cost of a check no longer flattens the line. */
const FITTED_FROM = 10_000;

const quotation = (unit) => ({ kind: "quotation", unit });
const essay = (unit) => ({ kind: "essay", unit });

/** @param {string} letter the author's text @param {string} altered the same with some words changed */
export function hostileForms(letter, altered) {
  return {
    "the letter, again and again": quotation(`${letter}\n\n`),
    "the letter with every tenth word changed": quotation(`${altered}\n\n`),
    "one clause of it": quotation("the situation in Cuba as a pretext "),
    "one common word": quotation("the "),
    gibberish: quotation("abc qxz "),
    "a word and an ellipsis": quotation("the ... "),
    "brackets ([a])": quotation("[a]"),
    "brackets left open": quotation("[... "),
    "full stops": quotation("."),
    "blanks and a word": quotation(`${" ".repeat(20)}x`),
    "a word without end": quotation("a"),
    "hyphens (a-)": quotation("a-"),
    "regular-expression bait": quotation("(a+)+$ "),
    "lone surrogates": quotation("\ud800"),
    "combining marks": quotation("e\u0301\u0323"),
    "quotation marks left open": quotation("“a ‘b «c "),
    "essay: quotations": essay("He wrote: “you are under a serious misapprehension” and more. "),
    "essay: marks left open": essay("“a ‘b «c \"d 'e "),
    "essay: nested marks": essay("“‘"),
    "essay: paragraphs with marks left open": essay("“the situation in Cuba as a pretext\n\n"),
    "essay: block quotations": essay("> the situation in Cuba as a pretext\n\nsaid he.\n\n"),
    "essay: markup left open": essay("<blockquote> `a [b]( <!-- "),
  };
}

/**
 * Times every form at every length, in shuffled order; the fastest round counts, for what disturbs one
 * bends the line.
 * @param {object} index @param {Record<string, { kind: string, unit: string }>} forms
 * @param {{ lengths: readonly number[], rounds: number }} plan @param {() => number} random
 */
export function measureCurve(index, forms, { lengths, rounds }, random) {
  const times = new Map();
  const warm = lengths.filter((length) => length <= FITTED_FROM);
  const jobs = Object.entries({
    ...forms,
    "floor: its words counted": { kind: "floor", unit: "the situation " },
  })
    .flatMap(([form, { kind, unit }]) => lengths.map((length) => ({ form, kind, unit, length })))
    .flatMap((job) => Array.from({ length: rounds }, () => job));
  const textOf = ({ unit, length }) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  for (const job of jobs) if (warm.includes(job.length)) run[job.kind](index, textOf(job));
  for (const job of shuffle(jobs, random)) {
    const { form, kind, length } = job;
    const text = textOf(job);
    const start = performance.now();
    run[kind](index, text);
    const key = `${form}\n${length}`;
    times.set(key, [...(times.get(key) ?? []), performance.now() - start]);
  }
  const names = [...new Set(jobs.map(({ form }) => form))];
  return names.map((form) => {
    const ms = lengths.map((length) => Math.min(...times.get(`${form}\n${length}`)));
    const [before, last] = lengths.slice(-2).map((length, at) => [length, ms.slice(-2)[at]]);
    return {
      form,
      floor: form.startsWith("floor"),
      ms,
      exponent: fitExponent(lengths, ms),
      lastExponent: Math.log(last[1] / before[1]) / Math.log(last[0] / before[0]),
    };
  });
}

const run = {
  quotation: (index, text) => verifyQuotation(index, text),
  essay: (index, text) => checkEssay(index, text),
  floor: (_, text) => text.match(/\p{L}+/gu)?.length,
};

/** The slope of a line through logarithms by least squares: 1 is linear, 2 quadratic. */
function fitExponent(lengths, ms) {
  const points = lengths
    .map((length, at) => [Math.log(length), Math.log(ms[at]), length])
    .filter(([, , length]) => length >= FITTED_FROM);
  if (points.length < 3) return undefined;
  const mean = (k) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return above / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
