import type { ImportedWork } from "../../edition/import/import-report.js";
import { QuothError } from "../../edition/quoth-error.js";
import { importSource, type StagedImport } from "../../import-source.js";
import { renderImport } from "../../render/terminal/render-import.js";
import { readSettings } from "../../settings.js";
import type { AddCommand, CommandContext, CommonOptions } from "../command-context.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import { askForBlocks } from "../import/ask-for-blocks.js";
import { askForWork } from "../import/ask-for-work.js";
import { type Asker, createAsker } from "../import/asker.js";

interface ImportOptions extends CommonOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly id?: string;
  readonly title?: string;
  readonly author?: readonly string[];
  readonly date?: string;
  readonly siglum?: string;
  readonly witnessOf?: string;
  readonly format?: string;
  readonly encoding?: string;
  readonly language?: string;
  readonly renumber?: boolean;
}

export const addImport: AddCommand = (program, context) => {
  program
    .command("import")
    .description("take a source into the corpus: TEI P5, HTML, Markdown or plain text")
    .argument("<files...>", "the files; or the id of a work that is to be read again")
    .option("--yes", "ask nothing: take what is proposed")
    .option("--dry-run", "show what is proposed, and write nothing")
    .option("--id <id>", "the work's id; several files with one id are editions of one work")
    .option("--title <title>", "its title")
    .option("--author <name>", "its author; once for each", (name: string, all: string[] | undefined) => [
      ...(all ?? []),
      name,
    ])
    .option("--date <date>", "its date, as 1863-11-19, 1863-11 or 1863")
    .option("--siglum <siglum>", "what this edition is called")
    .option("--witness-of <id>", "the files are further editions of this work")
    .option(
      "--format <format>",
      "tei, html, markdown, plain, marxists or ucsb, where it is not seen from the content",
    )
    .option("--encoding <name>", "as in utf-8, utf-16le, windows-1252, where the file does not say it")
    .option("--language <code>", "as in en, de, fr")
    .option(
      "--renumber",
      "give an existing work's passages new references, rather than carry the old ones over",
    )
    .option("--corpus <dir>", "the folder of works (default: corpus/)")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      `
A folder CORPUS/ID is written: the file as it is, byte for byte; work.yaml, what is said of the work; blocks.yaml, what
each block was taken for, to be corrected by hand; references.json, the numbers of its passages. "quoth import ID" takes
corrections over; importing a corrected file again keeps them, and every reference whose passage is still there.`,
    )
    .action((files: string[], options: ImportOptions) =>
      context.run(() => runImport(files, options, context)),
    );
};

async function runImport(
  files: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { io } = context;
  const asks = !options.yes && !options.dryRun && !options.json;
  if (asks && !(io.inIsTerminal ?? false))
    throw new QuothError("usage", "There is nobody at this terminal to ask.", {
      remedy: "Take what is proposed with --yes, or look at it with --dry-run.",
    });
  // Several files are several works, unless something says that they are one.
  const together = options.id !== undefined || options.witnessOf !== undefined;
  const groups = together ? [files] : files.map((file) => [file]);
  const done: ImportedWork[] = [];
  const ask = asks ? createAsker(io) : undefined;
  try {
    for (const group of groups) {
      const result = await importGroup(group, options, ask, context);
      if (!result) {
        io.err("Nothing was written.\n");
        return EXIT.no;
      }
      done.push(result);
      if (!options.json) io.out(renderImport(result, ask === undefined));
    }
  } finally {
    ask?.close();
  }
  if (options.json) io.out(`${JSON.stringify({ version: 1, works: done })}\n`);
  return EXIT.ok;
}

/** Undefined where the person at the terminal gave up. */
async function importGroup(
  files: readonly string[],
  options: ImportOptions,
  ask: Asker | undefined,
  { io }: CommandContext,
): Promise<ImportedWork | undefined> {
  const { corpusDir } = readSettings(options, io.env);
  const { author: authors, yes: _yes, dryRun, json: _json, corpus: _corpus, ...said } = options;
  const request = { ...said, ...(authors === undefined ? {} : { authors }), corpusDir, files };
  let staged: StagedImport;
  if (ask) {
    const guided = await askForWork(request, ask);
    if (!guided) return undefined;
    staged = guided;
  } else staged = await importSource(request);
  try {
    if (ask && !(await askForBlocks(staged, ask, io))) return undefined;
    return dryRun ? staged.report() : await staged.commit();
  } finally {
    await staged.discard();
  }
}
