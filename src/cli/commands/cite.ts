import { Option } from "commander";
import { CITATION_STYLES, type CitationStyle } from "../../edition/citation/citation-style.js";
import { visible } from "../../render/terminal/wrap-text.js";
import { type AddCommand, type CommonOptions, scopeOf, withScope } from "../command-context.js";
import { EXIT } from "../exit-code.js";

interface CiteOptions extends CommonOptions {
  readonly style: CitationStyle;
}

export const addCite: AddCommand = (program, { io, withQuoth, run }) => {
  withScope(program.command("cite"))
    .description("cite a passage")
    .argument("<reference>", "3.1, note.A, 3@ucsb, …")
    .addOption(new Option("--style <name>", "the style").choices(CITATION_STYLES).default("chicago-note"))
    .action((reference: string, options: CiteOptions) =>
      run(async () => {
        const citation = await withQuoth(options, (quoth) =>
          quoth.cite(reference, options.style, scopeOf(options)),
        );
        io.out(options.json ? `${JSON.stringify(citation)}\n` : `${visible(citation.citation)}\n`);
        // What is to be copied or piped stands alone on stdout.
        if (!options.json && citation.url !== undefined) io.err(`Read it at ${visible(citation.url)}\n`);
        return EXIT.ok;
      }),
    );
};
