import { type AddCommand, type CommonOptions, scopeOf, withScope } from "../command-context.js";
import { printList } from "../print-list.js";

export const addQuote: AddCommand = (program, context) => {
  withScope(program.command("quote"))
    .description("look a passage up by its reference, or by a few of its words")
    .argument("<reference or words...>", "3.1, 3.1-2, opener, note.A, 3@ucsb, or words")
    .action((words: string[], options: CommonOptions) =>
      context.run(async () => {
        const asked = words.join(" ");
        const list = await context.withQuoth(options, (quoth) => quoth.quote(asked, scopeOf(options)));
        return printList(list, options.json ?? false, "No passage reads so.", context);
      }),
    );
};
