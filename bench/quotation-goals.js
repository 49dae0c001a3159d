// The goals of verification, held against what was measured. `must` are those that hold on any machine.
import { total } from "./quotation-mutants.js";

const ALTERED_LEAST = 0.995;
const LETTER_P50 = 1;
const SOURCE_P50 = 20;
const ESSAY = 1000;
/** Of the time over the length from 10,000 to 200,000 characters; 2 were quadratic. */
const EXPONENT = 1.5;

/** @returns {{ what: string, value: string, goal: string, met: boolean, must: boolean }[]} */
export function judgeQuotations({ letter, timing, source, essay, curve }) {
  const { kinds } = letter.mutants;
  const altered = total(kinds, (_, expected) => expected === "altered");
  const typography = total(kinds, (kind) => kind.startsWith("typography"));
  const honest = total(kinds, (_, expected) => expected === "elided");
  const all = total(kinds, () => true);
  const steepest = Math.max(...curve.filter(({ floor }) => !floor).map(({ exponent }) => exponent ?? 0));
  const counted = (right, of) => `${count(right)} of ${count(of)} (${share(right, of)})`;
  const goals = [
    must(
      "altered mutants detected",
      counted(altered.total - altered.wrong, altered.total),
      "100 %, at least 99.5 %",
      altered.total > 0 && altered.wrong <= (1 - ALTERED_LEAST) * altered.total,
    ),
    must(
      "false alarms on typography",
      `${count(typography.wrong)} of ${count(typography.total)}`,
      "0",
      typography.total > 0 && typography.wrong === 0,
    ),
    must(
      "honest ellipses and insertions taken as such",
      counted(honest.total - honest.wrong, honest.total),
      "100 %",
      honest.total > 0 && honest.wrong === 0,
    ),
    must(
      "right reference",
      `${counted(all.total - all.misplaced + all.asNear, all.total)}${all.asNear > 0 ? `, ${count(all.asNear)} of them as near to another sentence` : ""}`,
      "100 %",
      all.misplaced === all.asNear,
    ),
    must(
      "the letter's own sentences and windows exact",
      counted(letter.bases.right, letter.bases.total),
      "100 %",
      letter.bases.right === letter.bases.total,
    ),
    must(
      "labelled quotations right",
      counted(letter.labelled.right, letter.labelled.total),
      "100 %",
      letter.labelled.right === letter.labelled.total,
    ),
    must(
      "essay: quotations found and rightly failed or passed",
      counted(essay.found - essay.wrong.length, essay.quotations),
      "100 %",
      essay.found === essay.quotations && essay.wrong.length === 0,
    ),
    must(
      "the large source: false alarms on faithful quotations",
      `${source.verdicts.figures.faithful.wrong} of ${count(source.verdicts.figures.faithful.total)}`,
      "0",
      source.verdicts.figures.faithful.wrong === 0,
    ),
    {
      what: "one quotation against the letter, p50",
      value: `${timing.quoth.p50.toFixed(2)} ms`,
      goal: `< ${LETTER_P50} ms`,
      met: timing.quoth.p50 < LETTER_P50,
    },
    {
      what: `one quotation against ${count(source.paragraphs)} paragraphs, p50`,
      value: `${source.quoth.p50.toFixed(2)} ms`,
      goal: `< ${SOURCE_P50} ms`,
      met: source.quoth.p50 < SOURCE_P50,
    },
    {
      what: `an essay of ${essay.quotations} quotations, p50`,
      value: `${essay.quoth.p50.toFixed(0)} ms`,
      goal: `< ${ESSAY} ms`,
      met: essay.quoth.p50 < ESSAY,
    },
    {
      what: "pasted text: steepest fitted exponent",
      value: steepest.toFixed(2),
      goal: `< ${EXPONENT} (1 linear, 2 quadratic)`,
      met: steepest < EXPONENT,
    },
  ];
  return goals.map((goal) => ({ must: false, ...goal }));
}

function must(what, value, goal, met) {
  return { what, value, goal, met, must: true };
}

export const count = (value) => value.toLocaleString("en-US");

/** Never rounded up to 100 %. */
export function share(right, of) {
  if (right === of) return "100 %";
  return `${(Math.floor((right / of) * 1e5) / 1e3).toFixed(3)} %`;
}
