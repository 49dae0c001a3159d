import type { EvaluatedRow } from "./evaluated-row.js";
import { formatDifference, formatFigure } from "./format-figure.js";
import type { Difference } from "./paired-differences.js";

/** A row's figures as lines of text: name, value, interval, number of questions. */
export function renderFigures({ name, model, corpus, outcomes, figures, ablations }: EvaluatedRow): string {
  const own = outcomes.filter((outcome) => !outcome.foreign).length;
  const foreign = outcomes.length - own;
  const entries = Object.entries(figures);
  const width = Math.max(0, ...entries.map(([figure]) => figure.length));
  const lines = entries.map(([figure, { value, low, high, questions }]) => {
    const interval = `[${formatFigure(figure, low)}, ${formatFigure(figure, high)}]`;
    return `  ${figure.padEnd(width)}  ${formatFigure(figure, value).padStart(6)}  ${interval.padEnd(15)} ${String(questions).padStart(5)}`;
  });
  return [
    `${name}: ${own} questions${foreign > 0 ? `, ${foreign} foreign ones` : ""}; ${corpus.passages} passages, ${corpus.sentences} sentences; ${model}`,
    ...lines,
    ...Object.entries(ablations).map(([part, differences]) => `  without ${part}: ${summarise(differences)}`),
    "",
  ].join("\n");
}

/** The differences of a run against another, one a line. */
export function renderDifferences(differences: Readonly<Record<string, Difference>>): string {
  const width = Math.max(0, ...Object.keys(differences).map((name) => name.length));
  return Object.entries(differences)
    .map(
      ([name, one]) =>
        `  ${name.padEnd(width)}  ${formatFigure(name, one.before)} → ${formatFigure(name, one.now)}  ${formatDifference(name, one)}\n`,
    )
    .join("");
}

function summarise(differences: Readonly<Record<string, Difference>>): string {
  return Object.entries(differences)
    .map(([name, one]) => `${name} ${formatDifference(name, one)}`)
    .join("; ");
}
