import { areaUnderRisk } from "./risk-coverage.js";
import { auroc } from "./auroc.js";
import { brierScore } from "./brier-score.js";
import { calibrationError } from "./calibration-error.js";
import type { Measure } from "./measure.js";
import type { Outcome } from "./outcome.js";
import { predictionsOf } from "./predictions-of.js";
import { refusedAt } from "./refused-at.js";

/** The share of answerable questions that is answered where refusals are compared. */
const ANSWERED = 0.9;

/** What is measured of telling questions that the source answers from those that it does not. */
export function abstentionMeasures(outcomes: readonly Outcome[]): readonly Measure[] {
  const unanswerable = outcomes.filter((outcome) => !outcome.answerable);
  const kinds = [...new Set(unanswerable.map((outcome) => outcome.kind))].sort();
  const own = unanswerable.some((outcome) => !outcome.foreign);
  const foreign = unanswerable.some((outcome) => outcome.foreign);
  const hasAnswerable = unanswerable.length < outcomes.length;
  // "unanswerable" is every kind of the file's own; where it has but one, that stands for all.
  const groups = [
    ...(own && kinds.filter((kind) => kind !== "foreign").length > 1 ? ["unanswerable"] : []),
    ...kinds,
  ];
  return [
    ...groups.flatMap((group) => refusals(group, hasAnswerable)),
    ...confidences("", (outcome) => !outcome.foreign),
    ...(foreign && hasAnswerable ? confidences(".with-foreign", () => true) : []),
  ];
}

function refusals(group: string, compared: boolean): readonly Measure[] {
  const isIn = (outcome: Outcome): boolean =>
    !outcome.answerable && (group === "unanswerable" ? !outcome.foreign : outcome.kind === group);
  const share = (name: string, refuses: (outcome: Outcome) => boolean): Measure => ({
    name: `${name}.${group}`,
    better: "higher",
    includes: isIn,
    of: (sample) => sample.filter(refuses).length / sample.length,
  });
  const against = (name: string, of: (yes: readonly number[], no: readonly number[]) => number): Measure => ({
    name: `${name}.${group}`,
    better: "higher",
    includes: (outcome) => outcome.answerable || isIn(outcome),
    of: (sample) =>
      of(
        sample.filter((outcome) => outcome.answerable).map((outcome) => outcome.confidence),
        sample.filter((outcome) => !outcome.answerable).map((outcome) => outcome.confidence),
      ),
  });
  return [
    ...(compared
      ? [against("auroc", auroc), against("refused.at90", (yes, no) => refusedAt(yes, no, ANSWERED))]
      : []),
    share("refused.default", (outcome) => !outcome.answered.default),
    share("refused.strict", (outcome) => !outcome.answered.strict),
  ];
}

function confidences(suffix: string, includes: (outcome: Outcome) => boolean): readonly Measure[] {
  const lower = (name: string, of: (sample: ReturnType<typeof predictionsOf>) => number): Measure => ({
    name: `${name}${suffix}`,
    better: "lower",
    includes,
    of: (sample) => of(predictionsOf(sample)),
  });
  return [
    lower("ece", (sample) => calibrationError(sample, "width")),
    lower("ece.adaptive", (sample) => calibrationError(sample, "count")),
    lower("brier", brierScore),
    lower("aurc", areaUnderRisk),
  ];
}
