import type { Command } from "commander";
import { QuothError } from "../edition/quoth-error.js";
import { parseAblations } from "../evaluation/ablations.js";
import { BOOTSTRAP_SEED } from "../evaluation/bootstrap-interval.js";
import type { EvaluateOptions } from "../evaluate.js";
import type { Settings } from "../settings.js";
import type { CommonOptions } from "./command-context.js";

/** What `quoth eval` understands, as it was typed. */
export interface EvalOptions extends CommonOptions {
  readonly half: string;
  readonly name?: string;
  readonly articles?: string;
  readonly pool?: boolean;
  readonly without?: string;
  readonly foreign?: string;
  readonly sample?: string;
  readonly seed: string;
  readonly baseline?: string;
  readonly record?: boolean;
  readonly ablate?: string;
  readonly perQuestion?: string;
  readonly paired?: string;
  readonly svg?: string;
  readonly report?: string;
}

export function withEvalOptions(command: Command): Command {
  return command
    .option("--half <half>", "of quoth's own questions: dev, frozen or all", "all")
    .option("--articles <a-b>", "of a SQuAD file only these articles, sorted by title, e.g. 9-16")
    .option("--pool", "search the paragraphs of its other articles, too")
    .option("--without <file>", "leave out the paragraphs that this SQuAD file has, too")
    .option("--foreign <file>", "put questions of this SQuAD file's other articles, which are to be refused")
    .option("--sample <n>", "at most so many questions of each row")
    .option("--seed <n>", "decides which", String(BOOTSTRAP_SEED))
    .option("--name <name>", "the rows' name, in place of the file's")
    .option("--baseline <file>", "compare with recorded figures; exit 1 when one left its interval")
    .option("--record", "write figures and ablations into the baseline (bench/quality.json unless named)")
    .option("--ablate <list>", "measure again with parts switched off one by one; all for every part")
    .option("--per-question <file>", "write what became of each question, a line of JSON each")
    .option("--paired <file>", "compare with such a file, question by question")
    .option("--svg <file>", "draw the risk–coverage curve and the reliability diagram")
    .option("--report <file>", "write figures, ablations and the worst mistakes as Markdown")
    .option("--json", "print one JSON object");
}

type Wanted = Omit<EvaluateOptions, "files" | "onProgress" | "onWarning" | keyof Settings>;

/** @throws QuothError `usage` for what is no number, half, range or part. */
export function parseEvalOptions(options: EvalOptions): Wanted {
  const { name, articles, without, foreign, sample, ablate } = options;
  return {
    half: halfOf(options.half),
    pool: options.pool ?? false,
    ...(name === undefined ? {} : { name }),
    ...(articles === undefined ? {} : { articles: articlesOf(articles) }),
    ...(without === undefined ? {} : { without }),
    ...(foreign === undefined ? {} : { foreign }),
    ...(sample === undefined ? {} : { sample: countOf("--sample", sample) }),
    seed: countOf("--seed", options.seed),
    ablations: ablate === undefined ? [] : parseAblations(ablate),
  };
}

function halfOf(half: string): EvaluateOptions["half"] {
  if (half === "dev" || half === "frozen" || half === "all") return half;
  throw new QuothError("usage", `"${half}" is no half.`, { remedy: "Give --half dev, frozen or all." });
}

function articlesOf(range: string): { readonly first: number; readonly last: number } {
  const match = /^(\d+)-(\d+)$/.exec(range);
  if (match) return { first: Number(match[1]), last: Number(match[2]) };
  throw new QuothError("usage", `"${range}" names no articles.`, {
    remedy: "Give --articles two numbers, e.g. 9-16.",
  });
}

function countOf(option: string, text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && Number.isSafeInteger(count)) return count;
  throw new QuothError("usage", `"${text}" is no number for ${option}.`, {
    remedy: `Give ${option} a whole number from 1 on.`,
  });
}
