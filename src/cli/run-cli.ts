import { Command, CommanderError } from "commander";
import { terminalStyle } from "../render/terminal/style.js";
import { visible } from "../render/terminal/wrap-text.js";
import { readSettings } from "../settings.js";
import { parseDateRange } from "../edition/date-range.js";
import { nameSome } from "../retrieval/name-some.js";
import { type CommandContext, type CommonOptions, worksOf } from "./command-context.js";
import { addAsk } from "./commands/ask.js";
import { addBot } from "./commands/bot.js";
import { addBuild } from "./commands/build.js";
import { addChat } from "./commands/chat.js";
import { addDoctor } from "./commands/doctor.js";
import { addEval } from "./commands/eval.js";
import { addFind } from "./commands/find.js";
import { addImport } from "./commands/import.js";
import { addNotes } from "./commands/notes.js";
import { addPublish } from "./commands/publish.js";
import { addQuote } from "./commands/quote.js";
import { addShow } from "./commands/show.js";
import { addVerify } from "./commands/verify.js";
import { addCompare } from "./commands/compare.js";
import { addCite } from "./commands/cite.js";
import { addWorks } from "./commands/works.js";
import type { EarlyEncoder, Quoth } from "../quoth.js";
import { describeError, EXIT, type ExitCode, exitCodeOf } from "./exit-code.js";
import type { Io } from "./io.js";
import { createProgress } from "./progress.js";

/** Ids of works that dates leave out only because they have none. */
function undatedIn(quoth: Quoth, options: CommonOptions): readonly string[] {
  if (options.before === undefined && options.after === undefined) return [];
  const { before: _, after: __, ...named } = worksOf(options);
  return quoth
    .works(named)
    .filter(({ date }) => date === undefined || !parseDateRange(date))
    .map(({ id }) => id);
}

/** Runs one command line (without node and script) and gives its exit code; never throws, never ends the process. */
export async function runCli(argv: readonly string[], io: Io, early?: EarlyEncoder): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const progress = createProgress(io);
  const fail = (error: unknown): ExitCode => {
    progress.end();
    const { message, remedy } = describeError(error);
    io.err(`quoth: ${visible(message)}\n       ${visible(remedy)}\n`);
    return exitCodeOf(error);
  };
  const context: CommandContext = {
    io,
    style: terminalStyle(io.outIsTerminal && (io.env["NO_COLOR"] ?? "") === "", io.columns),
    progress,
    async withQuoth(options, use, more = {}) {
      const { open } = await import("../quoth.js");
      const quoth = await open({
        ...readSettings(options, io.env),
        onProgress: (done, total) => progress.step("Embedding passages", done, total),
        onDownload: (file, share) => progress.step(`Downloading ${file} (%)`, Math.round(share * 100), 100),
        onWarning: (message) => io.err(`quoth: ${visible(message)}\n`),
        early,
        ...more,
      });
      try {
        const undated = undatedIn(quoth, options);
        if (undated.length > 0)
          io.err(`quoth: left out, for they bear no date that can be read: ${visible(nameSome(undated))}\n`);
        return await use(quoth);
      } finally {
        progress.end();
        await quoth.close();
      }
    },
    async run(action) {
      try {
        code = await action();
      } catch (error) {
        code = fail(error);
      }
    },
  };

  const program = new Command("quoth")
    .description("Answers questions about a primary source in that source's own words, or not at all.")
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(visible(text)) })
    .showHelpAfterError("(quoth COMMAND --help says what it takes)")
    .showSuggestionAfterError();
  for (const add of [
    addAsk,
    addChat,
    addQuote,
    addFind,
    addCite,
    addCompare,
    addVerify,
    addShow,
    addNotes,
    addWorks,
    addBuild,
    addImport,
    addPublish,
    addDoctor,
    addEval,
    addBot,
  ])
    add(program, context);
  // Subcommands are created after the settings above and must inherit them.
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) return fail(error);
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  return code;
}
