import type { EssayQuotation, EssayReport } from "../../edition/essay/essay-report.js";
import { cutBetweenCharacters } from "./cut-between-characters.js";
import { describeEssayQuotation } from "./describe-essay-quotation.js";

/** Characters of a quotation that the report shows. */
const SHOWN = 72;

const LABEL: Readonly<Record<EssayQuotation["status"], string>> = {
  faithful: "ok",
  altered: "ALTERED",
  "editors-words": "NOT THE AUTHOR'S",
  "editors-words-named": "ok (editor's, named)",
  absent: "note: absent",
  short: "skipped",
  ignored: "ignored",
};

/** The report of an essay for people: a paragraph for each quotation that was checked, and a line of counts. */
export function formatEssayText(report: EssayReport): string {
  const file = report.file ?? "-";
  const lines = report.quotations
    .filter(({ check }) => check !== undefined)
    .map((one) => {
      const label = one.status === "absent" && one.failed ? "ABSENT" : LABEL[one.status];
      return `${file}:${one.line}:${one.column}: ${label}\n  as quoted: ${excerpt(one.text)}\n  ${describeEssayQuotation(one)}`;
    });
  const { counts } = report;
  const skipped = counts.short > 0 ? `, ${counts.short} of fewer than four words skipped` : "";
  const ignored = counts.ignored > 0 ? `, ${counts.ignored} ignored` : "";
  const editors = counts["editors-words"] + counts["editors-words-named"];
  const total = `${report.found} ${report.found === 1 ? "quotation" : "quotations"}: ${counts.faithful} faithful, ${counts.altered} altered, ${editors} an editor's, ${counts.absent} absent${skipped}${ignored}; ${report.failures} ${report.failures === 1 ? "failure" : "failures"}.`;
  return [...lines, total].join("\n") + "\n";
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > SHOWN ? `${line.slice(0, cutBetweenCharacters(line, SHOWN - 1))}…` : line;
}
