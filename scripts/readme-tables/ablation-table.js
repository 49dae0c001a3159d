import { formatDifference, formatFigure } from "../../dist/evaluation/format-figure.js";
import { markdownTable } from "./fill-tables.js";

/** Rows of bench/quality.json, and the figures of each that say most. */
const COLUMNS = [
  { row: "xquad.en", figure: "passage.r1", title: "XQuAD: right paragraph first" },
  { row: "xquad.en", figure: "sentence.top1.position", title: "XQuAD: right sentence first" },
  {
    row: "squad2-dev articles 9-16",
    figure: "sentence.top1.position",
    title: "SQuAD 2.0 dev: right sentence first",
  },
  {
    row: "squad2-dev articles 9-16",
    figure: "auroc.impossible",
    title: "SQuAD 2.0 dev: answerable or not, AUROC",
  },
  { row: "letter-questions frozen", figure: "quote.first.accepted", title: "letter, frozen: right first" },
  {
    row: "letter-questions frozen",
    figure: "quote.three.accepted",
    title: "letter, frozen: right in three",
  },
  {
    row: "letter-questions frozen",
    figure: "auroc.unanswerable",
    title: "letter, frozen: answerable or not, AUROC",
  },
];
const UNKNOWN = "–";

/** Each part's figures with it and without it; a dash where that was not recorded. */
export function ablationTable(quality) {
  const rows = quality?.rows ?? {};
  const parts = [...new Set(COLUMNS.flatMap(({ row }) => Object.keys(rows[row]?.ablations ?? {})))];
  return markdownTable(
    ["", ...COLUMNS.map(({ title }) => title)],
    [
      ["**with everything**", ...COLUMNS.map((column) => whole(rows, column))],
      ...parts.map((part) => [`without ${part}`, ...COLUMNS.map((column) => without(rows, column, part))]),
    ],
  );
}

function whole(rows, { row, figure }) {
  const recorded = rows[row]?.figures[figure];
  if (!recorded) return UNKNOWN;
  const [value, low, high] = ["value", "low", "high"].map((one) => formatFigure(figure, recorded[one]));
  return `**${value}** [${low}, ${high}]`;
}

function without(rows, { row, figure }, part) {
  const recorded = rows[row]?.figures[figure];
  const gain = rows[row]?.ablations?.[part]?.[figure];
  if (!recorded || !gain) return UNKNOWN;
  return `${formatFigure(figure, recorded.value + gain.difference)} (${formatDifference(figure, gain)})`;
}
