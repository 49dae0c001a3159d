import { Option } from "commander";
import { formatApparatusTei } from "../../render/apparatus/format-apparatus-tei.js";
import { formatApparatus } from "../../render/apparatus/format-apparatus.js";
import { type AddCommand, type CommonOptions, scopeOf, withScope } from "../command-context.js";
import { EXIT } from "../exit-code.js";

interface CompareOptions extends CommonOptions {
  readonly format: "text" | "tei";
}

export const addCompare: AddCommand = (program, { io, withQuoth, run }) => {
  withScope(program.command("compare"))
    .description("where the editions differ, as an apparatus")
    .argument("[reference]", "one passage; the whole work unless given")
    .addOption(new Option("--format <name>", "how it is printed").choices(["text", "tei"]).default("text"))
    .action((reference: string | undefined, options: CompareOptions) =>
      run(async () => {
        const apparatus = await withQuoth(options, (quoth) => quoth.compare(reference, scopeOf(options)));
        const format = options.format === "tei" ? formatApparatusTei : formatApparatus;
        io.out(options.json ? `${JSON.stringify(apparatus)}\n` : `${format(apparatus).replace(/\n$/, "")}\n`);
        return EXIT.ok;
      }),
    );
};
