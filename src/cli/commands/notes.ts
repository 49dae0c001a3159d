import { type AddCommand, type CommonOptions, scopeOf, withScope } from "../command-context.js";
import { printList } from "../print-list.js";

export const addNotes: AddCommand = (program, context) => {
  withScope(program.command("notes"))
    .description("what the editors note, or one of their notes")
    .argument("[label]", "A, B, …")
    .action((label: string | undefined, options: CommonOptions) =>
      context.run(async () => {
        const list = await context.withQuoth(options, (quoth) => quoth.notes(label, scopeOf(options)));
        return printList(
          list,
          options.json ?? false,
          label === undefined ? "There are no notes." : `There is no note ${label}.`,
          context,
        );
      }),
    );
};
