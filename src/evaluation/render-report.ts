import type { EvaluatedRow } from "./evaluated-row.js";
import { formatDifference, formatFigure } from "./format-figure.js";
import { worstMistakes } from "./worst-mistakes.js";

const MISTAKES = 10;
/** Columns of the ablation table, where a row has them. */
export const ABLATED_FIGURES = [
  "passage.r1",
  "sentence.top1.position",
  "sentence.top3.position",
  "sentence.top1.accepted",
  "quote.first.accepted",
  "quote.three.accepted",
  "answered.default",
  "auroc.unanswerable",
  "auroc.impossible",
] as const;

/** docs/quality-report.md: every figure, what each part is worth, and the worst mistakes; written by a command only. */
export function renderReport(rows: readonly EvaluatedRow[], command: string): string {
  return [
    "# Quality report",
    "",
    `Written by \`${command}\`; not to be edited by hand. [quality.md](quality.md) says what each figure means. Brackets: bootstrap 95 % intervals over questions; differences are paired.`,
    ...rows.flatMap((row) => [
      "",
      `## ${row.name}`,
      "",
      ...figuresTable(row),
      ...ablationTable(row),
      ...mistakes(row),
    ]),
    "",
  ].join("\n");
}

function figuresTable({ figures, corpus, outcomes, model }: EvaluatedRow): readonly string[] {
  return [
    `${outcomes.filter((outcome) => !outcome.foreign).length} questions, ${outcomes.filter((outcome) => outcome.foreign).length} foreign ones; ${corpus.passages} passages, ${corpus.sentences} sentences; ${model}.`,
    "",
    "| figure | value | interval | questions |",
    "|---|---|---|---|",
    ...Object.entries(figures).map(
      ([name, { value, low, high, questions }]) =>
        `| ${name} | ${formatFigure(name, value)} | ${formatFigure(name, low)}–${formatFigure(name, high)} | ${questions} |`,
    ),
  ];
}

function ablationTable({ figures, ablations }: EvaluatedRow): readonly string[] {
  const parts = Object.entries(ablations);
  if (parts.length === 0) return [];
  const columns = ABLATED_FIGURES.filter((name) => figures[name] !== undefined);
  const cells = (of: (name: string) => string): string => columns.map((name) => ` ${of(name)} |`).join("");
  return [
    "",
    "### What each part is worth",
    "",
    `| without |${cells((name) => name)}`,
    `|---|${cells(() => "---")}`,
    `| *(nothing left out)* |${cells((name) => formatFigure(name, figures[name]?.value ?? NaN))}`,
    ...parts.map(
      ([part, differences]) =>
        `| ${part} |${cells((name) => (differences[name] ? formatDifference(name, differences[name]) : "–"))}`,
    ),
  ];
}

function mistakes({ asked, name }: EvaluatedRow): readonly string[] {
  if (!asked)
    return ["", `The mistakes on ${name} are not listed: nothing may be chosen after a look at them.`];
  const worst = worstMistakes(asked, MISTAKES);
  if (worst.length === 0) return [];
  return [
    "",
    "### The worst mistakes",
    "",
    "| question | kind | what was, or would have been, shown first | why |",
    "|---|---|---|---|",
    ...worst.map(
      ({ question, outcome, shown, why }) =>
        `| ${cell(question)} | ${cell(outcome.kind)} | ${shown === undefined ? "–" : `“${cell(shown)}”`} | ${cell(why)} |`,
    ),
  ];
}

/** Text that breaks out of no table cell and is taken for no mark-up. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>()#|!~]/g, "\\$&")
    .trim();
}
