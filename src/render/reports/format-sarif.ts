import { createHash } from "node:crypto";
import type { EssayQuotation, EssayReport } from "../../edition/essay/essay-report.js";
import { describeEssayQuotation } from "./describe-essay-quotation.js";

/** The rules of the log, in order: results name them by number. */
const RULES = [
  {
    id: "altered-quotation",
    name: "AlteredQuotation",
    level: "error",
    text: "The quotation departs from the words of the source.",
  },
  {
    id: "editors-words",
    name: "EditorsWords",
    level: "error",
    text: "An editor's words are given to the author.",
  },
  {
    id: "absent-quotation",
    name: "AbsentQuotation",
    level: "note",
    text: "Nothing in the source is close to the quotation.",
  },
] as const;

const RULE_OF: Readonly<Partial<Record<EssayQuotation["status"], number>>> = {
  altered: 0,
  "editors-words": 1,
  absent: 2,
};

/**
 * A SARIF 2.1.0 log (OASIS) of an essay's report, with columns in UTF-16 units. `version` is quoth's.
 * Fingerprints are of the rule and the quotation's words, so that they hold when the essay grows above it.
 */
export function formatSarif(report: EssayReport, version?: string): string {
  const seen = new Map<string, number>();
  const results = report.quotations.flatMap((one) => {
    const ruleIndex = RULE_OF[one.status];
    const rule = ruleIndex === undefined ? undefined : RULES[ruleIndex];
    if (!rule) return [];
    const mark = createHash("sha256")
      .update(`${rule.id}\n${one.text.replace(/\s+/g, " ")}`)
      .digest("hex")
      .slice(0, 32);
    const twin = (seen.get(mark) ?? 0) + 1;
    seen.set(mark, twin);
    return [
      {
        ruleId: rule.id,
        ruleIndex,
        level: one.failed ? "error" : "note",
        message: { text: describeEssayQuotation(one) },
        locations: [
          { physicalLocation: { artifactLocation: { uri: uriOf(report.file) }, region: regionOf(one) } },
        ],
        partialFingerprints: { "quothQuotation/v1": `${mark}:${twin}` },
        properties: { verdict: one.check?.verdict, reference: one.check?.reference },
      },
    ];
  });
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "quoth",
            ...(version === undefined ? {} : { semanticVersion: version }),
            rules: RULES.map(({ id, name, level, text }) => ({
              id,
              name,
              shortDescription: { text },
              defaultConfiguration: { level },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function regionOf({ line, column, endLine, endColumn, start, end, text }: EssayQuotation) {
  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    charOffset: start,
    charLength: end - start,
    snippet: { text },
  };
}

/** A relative reference with forward slashes; standard input has no address. */
function uriOf(file: string | undefined): string {
  if (file === undefined || file === "-") return "stdin";
  const path = file.replaceAll("\\", "/").replace(/^\.\//, "");
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${encoded}` : encoded;
}
