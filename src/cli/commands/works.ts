import { visible } from "../../render/terminal/wrap-text.js";
import { type AddCommand, type CommonOptions, withPlaces } from "../command-context.js";
import { EXIT } from "../exit-code.js";

export const addWorks: AddCommand = (program, { io, style, withQuoth, run }) => {
  withPlaces(program.command("works"))
    .description("what is loaded")
    .option("--json", "print one JSON object")
    .action((options: CommonOptions) =>
      run(async () => {
        const works = await withQuoth(options, (quoth) => Promise.resolve(quoth.works()));
        if (options.json) {
          io.out(`${JSON.stringify({ version: 1, works })}\n`);
          return EXIT.ok;
        }
        for (const work of works) {
          io.out(
            `${style.colors.bold(work.id)}  ${visible(work.author)}, ${visible(work.title)}${work.date === undefined ? "" : `, ${work.date}`}\n`,
          );
          for (const witness of work.witnesses) {
            io.out(
              `  ${witness.siglum}: ${visible([witness.title, witness.publisher, witness.url].filter(Boolean).join(", ") || witness.file)}\n`,
            );
          }
        }
        return EXIT.ok;
      }),
    );
};
