import { expect, test } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import { checkEssay } from "../../../src/edition/essay/check-essay.js";
import { buildQuotationIndex } from "../../../src/edition/verification/quotation-index.js";
import { verifyQuotation } from "../../../src/edition/verification/verify-quotation.js";
import { describeCheck } from "../../../src/render/reports/describe-check.js";
import { formatEssayText } from "../../../src/render/reports/format-essay-text.js";
import { formatGithub } from "../../../src/render/reports/format-github.js";
import { formatSarif } from "../../../src/render/reports/format-sarif.js";

const index = buildQuotationIndex(await readCorpus("corpus"));
const essay = `Kennedy: "It can be surprising that" 100%.

He wrote “The U.S. will not invade Cuba” and
“Let us never negotiate
out of fear”, and "the spirit of liberty".
`;
const report = checkEssay(index, essay, { file: "essays/a, b.md" });

test("text names file, line and column, and counts", () => {
  const text = formatEssayText(report);
  expect(text).toContain("essays/a, b.md:1:11: ALTERED");
  expect(text).toContain("NOT THE AUTHOR'S");
  expect(text.trimEnd().split("\n").at(-1)).toBe(
    "4 quotations: 1 faithful, 1 altered, 1 an editor's, 1 absent; 2 failures.",
  );
});

test("between quotation marks stand the source's words only", () => {
  const sources = index.works.flatMap(({ witnesses }) => witnesses.map(({ text }) => text));
  for (const quotation of [
    "It can be surprising that",
    "honour our obligations",
    "hope urgent is naturally to assist",
    "is not the only means",
  ]) {
    for (const match of describeCheck(verifyQuotation(index, quotation)).matchAll(/“([^”]*)”/g)) {
      expect(sources.some((text) => text.includes(match[1] as string))).toBe(true);
    }
  }
});

test("GitHub annotations are escaped and one a line", () => {
  const lines = formatGithub(report).trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(
    /^::error file=essays\/a%2C b\.md,line=1,endLine=1,col=11,endColumn=36,title=Altered quotation::/,
  );
  expect(lines[2]).toMatch(/^::notice file=essays\/a%2C b\.md,line=4,endLine=5,title=/);
});

test("SARIF is 2.1.0 with UTF-16 columns, rules, regions and fingerprints", () => {
  const log = JSON.parse(formatSarif(report, "0.1.0")) as {
    version: string;
    runs: {
      columnKind: string;
      tool: { driver: { rules: { id: string }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        partialFingerprints: object;
        locations: {
          physicalLocation: { artifactLocation: { uri: string }; region: Record<string, unknown> };
        }[];
      }[];
    }[];
  };
  const [run] = log.runs;
  expect(log.version).toBe("2.1.0");
  expect(run?.columnKind).toBe("utf16CodeUnits");
  for (const result of run?.results ?? []) {
    expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(Object.keys(result.partialFingerprints)).toHaveLength(1);
  }
  expect(run?.results[0]?.locations[0]?.physicalLocation).toMatchObject({
    artifactLocation: { uri: "essays/a%2C%20b.md" },
    region: { startLine: 1, startColumn: 11, endLine: 1, endColumn: 36 },
  });
});

test("an essay without quotations says so", () => {
  const empty = checkEssay(index, "Nothing is quoted here.");
  expect(formatEssayText(empty)).toBe(
    "0 quotations: 0 faithful, 0 altered, 0 an editor's, 0 absent; 0 failures.\n",
  );
  expect(formatGithub(empty)).toBe("");
  expect((JSON.parse(formatSarif(empty)) as { runs: { results: unknown[] }[] }).runs[0]?.results).toEqual([]);
});
