import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import { type Baseline, parseBaseline, recordedRow, recordRows } from "../../evaluation/baseline.js";
import { describeChanges } from "../../evaluation/describe-changes.js";
import type { EvaluatedRow } from "../../evaluation/evaluated-row.js";
import { pairedDifferences } from "../../evaluation/paired-differences.js";
import { plotQuality } from "../../evaluation/plot-quality.js";
import { parseOutcomes, printOutcomes } from "../../evaluation/print-outcomes.js";
import { renderDifferences, renderFigures } from "../../evaluation/render-figures.js";
import { renderReport } from "../../evaluation/render-report.js";
import { readSettings } from "../../settings.js";
import { homeFolder } from "../../home.js";
import { type AddCommand, withPlaces } from "../command-context.js";
import { type EvalOptions, parseEvalOptions, withEvalOptions } from "../eval-options.js";
import { EXIT } from "../exit-code.js";

const LETTER_QUESTIONS = path.join(homeFolder(), "test", "data", "letter-questions.jsonl");
const RECORDED = path.join(homeFolder(), "bench", "quality.json");

export const addEval: AddCommand = (program, { io, progress, run }) => {
  withEvalOptions(withPlaces(program.command("eval")))
    .description("measure the answers on questions whose answers are known")
    .argument(
      "[questions...]",
      "files in SQuAD's format (.json) or quoth's own (.jsonl); the letter's unless given",
    )
    .action((files: string[], options: EvalOptions) =>
      run(async () => {
        const { evaluate } = await import("../../evaluate.js");
        const baselineFile = options.baseline ?? (options.record ? RECORDED : undefined);
        const baseline = await readBaseline(baselineFile, options);
        const before =
          options.paired === undefined
            ? undefined
            : parseOutcomes(await readText(options.paired), options.paired);
        const rows = await evaluate({
          ...readSettings(options, io.env),
          files: files.length > 0 ? files : [LETTER_QUESTIONS],
          ...parseEvalOptions(options),
          onProgress: (label, done, total) => progress.step(label, done, total),
          onWarning: (message) => io.err(`quoth: ${message}\n`),
        }).finally(() => progress.end());

        if (options.json) io.out(`${JSON.stringify({ version: 1, rows: rows.map(summaryOf) })}\n`);
        else io.out(rows.map(renderFigures).join("\n"));
        if (options.perQuestion !== undefined) await writeFile(options.perQuestion, printOutcomes(rows));
        if (options.svg !== undefined) await writeFile(options.svg, plotQuality(rows));
        if (options.report !== undefined) {
          await writeFile(
            options.report,
            renderReport(rows, `quoth eval … --report ${path.basename(options.report)}`),
          );
        }
        for (const row of before ? rows : []) {
          const old = before?.get(row.name);
          if (old)
            io.err(
              `${row.name}, against ${options.paired ?? ""}:\n${renderDifferences(pairedDifferences(row.outcomes, old))}`,
            );
        }
        const changes = baseline && options.baseline !== undefined ? describeChanges(rows, baseline) : [];
        changes.forEach((line) => io.err(`${line}\n`));
        if (options.record && baselineFile !== undefined) {
          const recorded = recordRows(
            baseline,
            Object.fromEntries(rows.map((row) => [row.name, recordedRow(row)])),
          );
          await writeFile(baselineFile, `${JSON.stringify(recorded, null, 2)}\n`);
          io.err(`Recorded in ${baselineFile}: ${rows.map((row) => row.name).join(", ")}.\n`);
          return EXIT.ok;
        }
        return changes.length > 0 ? EXIT.no : EXIT.ok;
      }),
    );
};

/** @throws QuothError `usage` where the file cannot be read. */
async function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new QuothError("usage", `${file} cannot be read.`, {
      remedy: "Write it first: quoth eval --record, or quoth eval --per-question FILE",
      cause,
    });
  });
}

/** The recorded figures; undefined where there are none and some are to be recorded. */
async function readBaseline(
  file: string | undefined,
  { record }: EvalOptions,
): Promise<Baseline | undefined> {
  if (file === undefined) return undefined;
  const text = await readText(file).catch((error: unknown) => {
    if (record) return undefined;
    throw error;
  });
  return text === undefined ? undefined : parseBaseline(text, file);
}

function summaryOf({ name, model, corpus, figures, ablations }: EvaluatedRow) {
  return {
    name,
    model,
    corpus,
    figures,
    ...(Object.keys(ablations).length > 0 ? { ablations } : {}),
  };
}
