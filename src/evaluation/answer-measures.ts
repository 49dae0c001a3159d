import type { Measure } from "./measure.js";
import { CRITERIA, type Criterion, type Outcome } from "./outcome.js";

/** What is measured of the questions that have an answer: finding it, and not being timid about it. */
export function answerMeasures(outcomes: readonly Outcome[]): readonly Measure[] {
  const answerable = outcomes.filter((outcome) => outcome.answerable);
  if (answerable.length === 0) return [];
  const criteria = CRITERIA.filter((criterion) =>
    answerable.some((o) => o.sentence[criterion] !== undefined || o.quote[criterion] !== undefined),
  );
  const [leading = "position"] = criteria;
  const kinds = [...new Set(answerable.map((outcome) => outcome.kind))].sort();
  const of = (name: string, worth: (outcome: Outcome) => number, kind?: string): Measure => ({
    name: kind === undefined ? name : `${name}.${kind}`,
    better: "higher",
    includes: (outcome) => outcome.answerable && (kind === undefined || outcome.kind === kind),
    of: (sample) => sample.reduce((sum, outcome) => sum + worth(outcome), 0) / sample.length,
  });
  const within = (rank: number | null | undefined, most: number): number =>
    rank !== null && rank !== undefined && rank <= most ? 1 : 0;
  const quoted = (criterion: Criterion, most: number) => (outcome: Outcome) =>
    within(outcome.quote[criterion], most);
  const answered = (outcome: Outcome): number => Number(outcome.answered.default);

  return [
    of("passage.r1", (o) => within(o.passage, 1)),
    of("passage.r5", (o) => within(o.passage, 5)),
    of("passage.mrr", (o) => (o.passage ? 1 / o.passage : 0)),
    ...criteria.flatMap((criterion) => [
      of(`sentence.top1.${criterion}`, (o) => within(o.sentence[criterion], 1)),
      of(`sentence.top3.${criterion}`, (o) => within(o.sentence[criterion], 3)),
    ]),
    ...criteria.flatMap((criterion) => [
      of(`quote.first.${criterion}`, quoted(criterion, 1)),
      of(`quote.three.${criterion}`, quoted(criterion, 3)),
    ]),
    of("shown.first", (o) => answered(o) * quoted(leading, 1)(o)),
    of("shown.three", (o) => answered(o) * quoted(leading, 3)(o)),
    of("answered.default", answered),
    of("answered.strict", (o) => Number(o.answered.strict)),
    ...(kinds.length < 2 ? [] : kinds).flatMap((kind) => [
      of("quote.first", quoted(leading, 1), kind),
      of("quote.three", quoted(leading, 3), kind),
      of("answered", answered, kind),
    ]),
  ];
}
