import { pinCorpus } from "../../quoth.js";
import { readSettings } from "../../settings.js";
import { type AddCommand, type CommonOptions, withPlaces } from "../command-context.js";
import { EXIT } from "../exit-code.js";

interface BuildOptions extends CommonOptions {
  readonly force?: boolean;
  readonly pin?: boolean;
}

export const addBuild: AddCommand = (program, { io, withQuoth, run }) => {
  withPlaces(program.command("build"))
    .description("build the index, unless it is there already")
    .option("--force", "build it even so")
    .option(
      "--pin",
      "write the references of every work beside it first, so that no later version moves them",
    )
    .option("--json", "print one JSON object")
    .action((options: BuildOptions) =>
      run(async () => {
        if (options.pin) {
          const written = await pinCorpus(readSettings(options, io.env).corpusDir);
          io.err(`References written: ${written.join(", ") || "none was missing"}.\n`);
        }
        const result = await withQuoth(
          options,
          async (quoth) => {
            const { engine, built, kept } = await quoth.prepare();
            return { version: 1, built, kept, engine, works: quoth.works().length };
          },
          { force: options.force ?? false },
        );
        if (options.json) io.out(`${JSON.stringify(result)}\n`);
        else
          io.out(
            `${result.built ? "Built" : "Nothing had changed; kept"} the index of ${result.works} ${result.works === 1 ? "work" : "works"} (${result.engine} search).\n`,
          );
        return result.kept ? EXIT.ok : EXIT.outside;
      }),
    );
};
