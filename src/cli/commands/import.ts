import type { BlockTable } from "../../edition/import/block-table.js";
import { type BlockRow, KINDS } from "../../edition/import/corrections.js";
import type { ImportedWork } from "../../edition/import/import-report.js";
import { LAYERS, type Layer } from "../../edition/layer.js";
import type { BlockKind } from "../../edition/block.js";
import { QuothError } from "../../edition/quoth-error.js";
import { importSource, type StagedImport } from "../../import-source.js";
import { visible } from "../../render/terminal/wrap-text.js";
import { readSettings } from "../../settings.js";
import type { AddCommand, CommandContext, CommonOptions } from "../command-context.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { Io } from "../io.js";

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

/** Longer tables are cut on the screen; blocks.yaml has them whole. */
const MOST_ROWS = 200;

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
  const ask = asks ? asker(io) : undefined;
  try {
    for (const group of groups) {
      const result = await importGroup(group, options, ask, context);
      if (!result) {
        io.err("Nothing was written.\n");
        return EXIT.no;
      }
      done.push(result);
      if (!options.json) io.out(summaryOf(result, ask === undefined));
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

interface Asker {
  /** The answer; undefined where there comes none any more. */
  readonly line: (question: string) => Promise<string | undefined>;
  readonly close: () => void;
}

/** Asks on stderr and reads standard input; Ctrl-C and Ctrl-D end it. */
function asker(io: Io): Asker {
  const typed = io.typed?.() ?? io.lines();
  const answers = typed[Symbol.asyncIterator]();
  return {
    async line(question) {
      io.err(question);
      const next = await answers.next();
      return next.done ? undefined : next.value;
    },
    close: () => void answers.return?.(),
  };
}

type Request = Parameters<typeof importSource>[0];

/** Asks for what the file does not say of itself, and lets the rest be corrected. */
async function askForWork(request: Request, ask: Asker): Promise<StagedImport | undefined> {
  let wishes = request;
  if (request.authors === undefined) {
    // Who wrote it is asked first where the file does not say it: nothing can be staged without.
    const staged = await importSource(request).catch((error: unknown) => {
      if (error instanceof QuothError && error.code === "usage" && error.remedy.includes("--author"))
        return undefined;
      throw error;
    });
    const guess = staged?.report();
    await staged?.discard();
    if (guess?.again) return importSource(request);
    const author = await ask.line(`Author${guess ? ` [${visible(guess.authors.join("; "))}]` : ""}: `);
    if (author === undefined) return undefined;
    if (author.trim() !== "") wishes = { ...wishes, authors: author.split(";").map((one) => one.trim()) };
  }
  const proposed = await importSource(wishes);
  const guess = proposed.report();
  if (guess.again) return proposed;
  await proposed.discard();
  for (const [field, shown] of [
    ["title", guess.title],
    ["date", guess.date ?? ""],
    ["id", guess.id],
    ["siglum", guess.witnesses[0]?.siglum ?? ""],
  ] as const) {
    if (request[field] !== undefined || (field === "siglum" && request.files.length > 1)) continue;
    const said = await ask.line(`${field.charAt(0).toUpperCase()}${field.slice(1)} [${visible(shown)}]: `);
    if (said === undefined) return undefined;
    if (said.trim() !== "") wishes = { ...wishes, [field]: said.trim() };
  }
  return importSource(wishes);
}

/** Shows every block and takes corrections, until all is right; false where nothing is to be written. */
async function askForBlocks(staged: StagedImport, ask: Asker, io: Io): Promise<boolean> {
  for (;;) {
    const rows = flatten(staged.table());
    io.err(`\n${rows.slice(0, MOST_ROWS).map(showRow).join("\n")}\n`);
    if (rows.length > MOST_ROWS)
      io.err(`… and ${rows.length - MOST_ROWS} more, which blocks.yaml will list.\n`);
    const said = await ask.line(
      '\nEnter takes it; "3 note" or "3-5 metadata dateline" corrects; "q" gives up: ',
    );
    if (said === undefined || /^q(?:uit)?$/i.test(said.trim())) return false;
    if (said.trim() === "") return true;
    const corrected = correctRows(rows, said);
    if (typeof corrected === "string") io.err(`${corrected}\n`);
    else await staged.correct(corrected);
  }
}

interface NumberedRow {
  readonly siglum: string;
  readonly row: BlockRow;
}

function flatten(table: BlockTable): readonly NumberedRow[] {
  return [...table].flatMap(([siglum, rows]) => rows.map((row) => ({ siglum, row })));
}

function showRow({ row }: NumberedRow, at: number): string {
  const { layer, kind, words, voice } = row;
  return `${String(at + 1).padStart(4)}  ${layer.padEnd(8)}  ${kind.padEnd(11)}  ${visible(words)}${voice === undefined ? "" : ` (${visible(voice)})`}`;
}

/** The table with what was typed; a sentence where that cannot be read. */
function correctRows(rows: readonly NumberedRow[], said: string): BlockTable | string {
  const [, first, last, name, kindName] =
    /^(\d+)(?:\s*-\s*(\d+))?\s+([a-z]+)(?:\s+([a-z-]+))?$/i.exec(said.trim()) ?? [];
  if (first === undefined || name === undefined) return "Write a number, a layer and perhaps a kind.";
  const layer = LAYERS.find((one) => one === name.toLowerCase());
  if (!layer) return `"${visible(name)}" is no layer: ${LAYERS.join(", ")}.`;
  const kind = kindOf(layer, kindName);
  if (!kind) return `"${visible(kindName ?? "")}" is no kind of ${layer}: ${KINDS[layer].join(", ")}.`;
  const [from, to] = [Number(first), Number(last ?? first)];
  if (from < 1 || to < from || to > rows.length) return `There are blocks 1 to ${rows.length}.`;
  const table = new Map<string, BlockRow[]>();
  rows.forEach(({ siglum, row }, at) => {
    const own = table.get(siglum) ?? [];
    own.push(at + 1 >= from && at + 1 <= to ? { ...row, layer, kind } : row);
    table.set(siglum, own);
  });
  return table;
}

function kindOf(layer: Layer, name: string | undefined): BlockKind | undefined {
  return name === undefined ? KINDS[layer][0] : KINDS[layer].find((one) => one === name.toLowerCase());
}

/** What was done, and what to do next; `table`: with every block, where nobody has seen them yet. */
function summaryOf(work: ImportedWork, table: boolean): string {
  const { id, title, authors, folder, witnesses, references, written } = work;
  const blocks = witnesses.flatMap((witness) => witness.blocks);
  const lines = [
    `${written ? (work.again ? "Imported again" : "Imported") : "Would import"}: ${id}, “${visible(title)}” by ${visible(authors.join(", "))}, ${witnesses.map((one) => `${one.siglum} (${one.format})`).join(", ")}`,
    ...(table
      ? blocks
          .slice(0, MOST_ROWS)
          .map(
            (one) =>
              `  ${one.reference.padEnd(12)} ${one.layer.padEnd(8)} ${one.kind.padEnd(11)} ${visible(one.words)}`,
          )
      : []),
    ...(table && blocks.length > MOST_ROWS ? [`  … and ${blocks.length - MOST_ROWS} more`] : []),
    ...(work.again
      ? [
          `References: ${references.kept} kept, ${references.added.length} added${listed(references.added)}, ${references.removed.length} gone${listed(references.removed)}.`,
        ]
      : []),
    ...work.remarks.map((remark) => `Note: ${visible(remark)}`),
    written
      ? `Look through ${folder}/work.yaml and ${folder}/blocks.yaml; after a correction run: quoth import ${id}`
      : "Nothing was written.",
  ];
  return `${lines.join("\n")}\n`;
}

function listed(references: readonly string[]): string {
  if (references.length === 0) return "";
  return ` (${references.slice(0, 12).join(", ")}${references.length > 12 ? ", …" : ""})`;
}
