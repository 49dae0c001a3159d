import { renderConcordance } from "../../render/terminal/render-concordance.js";
import { type AddCommand, type CommonOptions, scopeOf, withScope } from "../command-context.js";
import { EXIT } from "../exit-code.js";

export const addFind: AddCommand = (program, { io, style, withQuoth, run }) => {
  withScope(program.command("find"))
    .description("every occurrence of some words, in context")
    .argument("<words...>", "words that stand in a row")
    .action((words: string[], options: CommonOptions) =>
      run(async () => {
        const found = await withQuoth(options, (quoth) => quoth.find(words.join(" "), scopeOf(options)));
        io.out(options.json ? `${JSON.stringify(found)}\n` : `${renderConcordance(found, style)}\n`);
        return found.total > 0 ? EXIT.ok : EXIT.no;
      }),
    );
};
