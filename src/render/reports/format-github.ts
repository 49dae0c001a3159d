import type { EssayQuotation, EssayReport } from "../../edition/essay/essay-report.js";
import { describeEssayQuotation } from "./describe-essay-quotation.js";

const TITLE: Readonly<Partial<Record<EssayQuotation["status"], string>>> = {
  altered: "Altered quotation",
  "editors-words": "Editor's words given to the author",
  absent: "Quotation not in the source",
};

/**
 * GitHub annotations, one a line, for what fails (errors) and what is absent (notices); "" for nothing to say.
 * Escaped as GitHub's toolkit does (actions/toolkit, packages/core/src/command.ts).
 */
export function formatGithub(report: EssayReport): string {
  return report.quotations
    .flatMap((one) => {
      const title = TITLE[one.status];
      if (title === undefined) return [];
      const properties = [
        ...(report.file === undefined ? [] : [`file=${escapeProperty(report.file)}`]),
        `line=${one.line}`,
        `endLine=${one.endLine}`,
        // GitHub takes columns only where the annotation is of one line.
        ...(one.line === one.endLine ? [`col=${one.column}`, `endColumn=${one.endColumn}`] : []),
        `title=${escapeProperty(title)}`,
      ];
      return [
        `::${one.failed ? "error" : "notice"} ${properties.join(",")}::${escapeData(describeEssayQuotation(one))}\n`,
      ];
    })
    .join("");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
