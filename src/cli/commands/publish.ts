import path from "node:path";
import { pickWorks } from "../../conversation/pick-works.js";
import { visible } from "../../render/terminal/wrap-text.js";
import { parsePublishedUrl, readSettings } from "../../settings.js";
import { type AddCommand, collect, type CommonOptions, withPlaces } from "../command-context.js";
import { EXIT } from "../exit-code.js";

interface PublishOptions extends CommonOptions {
  readonly baseUrl?: string;
}

export const addPublish: AddCommand = (program, { io, progress, withQuoth, run }) => {
  withPlaces(program.command("publish"))
    .description(
      "write reading pages, with every citation and receipt, into a folder to be served or read from disk",
    )
    .argument("<dir>", "a new or empty folder, or one that quoth published into before")
    .option(
      "--work <id>",
      "only this work (may be given again, or a list with commas); others that the folder held are taken down",
      collect,
    )
    .option("--base-url <address>", "where the folder will be served (default: QUOTH_PUBLISHED_URL)")
    .option("--json", "print one JSON object")
    .action((dir: string, options: PublishOptions) =>
      run(async () => {
        const base =
          options.baseUrl === undefined
            ? readSettings(options, io.env).published
            : parsePublishedUrl(options.baseUrl, "usage", "--base-url");
        const published = await withQuoth(options, async (quoth) => {
          const { publish } = await import("../../publish.js");
          return publish(
            pickWorks(quoth.sources(), options.work === undefined ? {} : { work: options.work }),
            path.resolve(dir),
            {
              base,
              onProgress: (done, total) => progress.step("Writing pages", done, total),
            },
          );
        });
        if (options.json) {
          io.out(`${JSON.stringify(published)}\n`);
          return EXIT.ok;
        }
        const { works, files, changed, removed, folder } = published;
        for (const { id, pages, sideBySide, citations } of works) {
          const together = sideBySide === 0 ? "" : `${sideBySide} of editions side by side, `;
          io.out(
            `${visible(id)}: ${pages} ${pages === 1 ? "page" : "pages"}, ${together}${citations} of citations\n`,
          );
        }
        io.out(
          `${files} files in ${visible(folder)}: ${changed} new or changed, ${files - changed} as they were, ${removed} removed.\n`,
        );
        return EXIT.ok;
      }),
    );
};
