import { readFile } from "node:fs/promises";
import { Option } from "commander";
import type { EssayReport } from "../../edition/essay/essay-report.js";
import { QuothError } from "../../edition/quoth-error.js";
import type { Check } from "../../edition/verification/check.js";
import { formatEssayText } from "../../render/reports/format-essay-text.js";
import { formatGithub } from "../../render/reports/format-github.js";
import { formatSarif } from "../../render/reports/format-sarif.js";
import { renderCheck } from "../../render/terminal/render-check.js";
import { renderReceipt } from "../../render/terminal/render-receipt.js";
import { visible } from "../../render/terminal/wrap-text.js";
import {
  type AddCommand,
  type CommandContext,
  type CommonOptions,
  scopeOf,
  withScope,
} from "../command-context.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { Io } from "../io.js";
import { answerJsonLines } from "../json-lines.js";

interface VerifyOptions extends CommonOptions {
  readonly file?: string;
  readonly receipt?: string;
  readonly format: "text" | "github" | "sarif";
  readonly all?: boolean;
  readonly strict?: boolean;
}

const FORMATS: Readonly<Record<VerifyOptions["format"], (report: EssayReport) => string>> = {
  text: formatEssayText,
  github: formatGithub,
  sarif: formatSarif,
};

export const addVerify: AddCommand = (program, context) => {
  withScope(program.command("verify"))
    .description("check a quotation, or every quotation found in a text")
    .argument("[quotation...]", "the words that are said to be quoted")
    .option("--file <essay>", "check every quotation in this file (- for standard input)")
    .addOption(
      new Option("--format <name>", "how the report on a file is printed")
        .choices(["text", "github", "sarif"])
        .default("text"),
    )
    .option("--all", "check quotations of fewer than four words, too")
    .option("--strict", "let quotations fail that stand nowhere in the source")
    .option(
      "--receipt <file>",
      "check a receipt that `quoth cite --style receipt` printed (- for standard input)",
    )
    .option("--jsonl", "read a quotation a line from standard input, print a check a line")
    .action((words: string[], options: VerifyOptions) =>
      context.run(() => {
        requireOne(words, options);
        if (options.file !== undefined) return verifyFile(options.file, options, context);
        if (options.receipt !== undefined) return verifyReceipt(options.receipt, options, context);
        if (options.jsonl) {
          return context.withQuoth(options, (quoth) =>
            answerJsonLines(context.io, "text", (text) => quoth.verify(text, scopeOf(options))),
          );
        }
        return verifyWords(words.join(" "), options, context);
      }),
    );
};

/** @throws QuothError `usage` where there is more than one thing to check, or none of those given would be. */
function requireOne(words: readonly string[], { file, receipt, jsonl }: VerifyOptions): void {
  const given = [words.length > 0, file !== undefined, receipt !== undefined, jsonl === true];
  if (given.filter(Boolean).length <= 1) return;
  throw new QuothError("usage", "There is more than one thing to check.", {
    remedy: "Give a quotation, or one of --file, --receipt and --jsonl.",
  });
}

async function verifyWords(
  words: string,
  options: VerifyOptions,
  { io, style, withQuoth }: CommandContext,
): Promise<ExitCode> {
  const check = await withQuoth(options, (quoth) => quoth.verify(words, scopeOf(options)));
  io.out(options.json ? `${JSON.stringify(check)}\n` : `${renderCheck(check, style)}\n`);
  return holds(check) ? EXIT.ok : EXIT.no;
}

function holds({ verdict }: Check): boolean {
  return verdict === "exact" || verdict === "exact-normalized" || verdict === "elided";
}

async function verifyFile(
  file: string,
  options: VerifyOptions,
  { io, withQuoth }: CommandContext,
): Promise<ExitCode> {
  const essay = await read(file, io);
  const report = await withQuoth(options, (quoth) =>
    quoth.verifyEssay(essay, {
      ...scopeOf(options),
      file,
      format: /\.te?xt$/i.test(file) ? "text" : "markdown",
      all: options.all ?? false,
      strict: options.strict ?? false,
    }),
  );
  // An essay comes from anywhere, and may hold what moves the cursor.
  const text = options.json ? JSON.stringify(report) : visible(FORMATS[options.format](report));
  if (text !== "") io.out(`${text.replace(/\n$/, "")}\n`);
  return report.failed ? EXIT.no : EXIT.ok;
}

async function verifyReceipt(
  file: string,
  options: VerifyOptions,
  { io, style, withQuoth }: CommandContext,
): Promise<ExitCode> {
  const json = await read(file, io);
  let receipt: unknown;
  try {
    receipt = JSON.parse(json);
  } catch (cause) {
    throw new QuothError("usage", `${file} is not JSON.`, {
      remedy: "Give a receipt that quoth cite --style receipt printed.",
      cause,
    });
  }
  const verdict = await withQuoth(options, (quoth) => quoth.checkReceipt(receipt));
  io.out(options.json ? `${JSON.stringify(verdict)}\n` : `${renderReceipt(verdict, style)}\n`);
  return verdict.valid ? EXIT.ok : EXIT.no;
}

async function read(file: string, io: Io): Promise<string> {
  if (file === "-") {
    const lines: string[] = [];
    for await (const line of io.lines()) lines.push(line);
    return lines.join("\n");
  }
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new QuothError("usage", `${file} cannot be read.`, {
      remedy: "Name a text or Markdown file.",
      cause,
    });
  });
}
