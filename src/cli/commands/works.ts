import type { WorkSummary } from "../../conversation/quoth.js";
import { describeTranslation } from "../../edition/translation.js";
import { visible } from "../../render/terminal/wrap-text.js";
import { type AddCommand, type CommonOptions, withPlaces, withWorks, worksOf } from "../command-context.js";
import { EXIT } from "../exit-code.js";

export const addWorks: AddCommand = (program, { io, style, withQuoth, run }) => {
  withWorks(withPlaces(program.command("works")))
    .description("what is loaded: works, their authors and dates, and their editions")
    .option("--json", "print one JSON object")
    .action((options: CommonOptions) =>
      run(async () => {
        const works = await withQuoth(options, (quoth) => Promise.resolve(quoth.works(worksOf(options))));
        if (options.json) {
          io.out(`${JSON.stringify({ version: 1, works })}\n`);
          return EXIT.ok;
        }
        for (const work of works) {
          io.out(
            `${style.colors.bold(work.id)}  ${visible(work.author)}, ${visible(work.title)}${work.date === undefined ? "" : `, ${work.date}`}\n`,
          );
          for (const witness of work.witnesses)
            io.out(`  ${witness.siglum}: ${visible(described(witness))}\n`);
        }
        return EXIT.ok;
      }),
    );
};

function described(witness: WorkSummary["witnesses"][number]): string {
  const { title, publisher, url, translation, file } = witness;
  const known = [title, publisher, translation && describeTranslation(translation), url].filter(Boolean);
  return known.join(", ") || file;
}
