import { type AddCommand, type CommonOptions, scopeOf, withScope } from "../command-context.js";
import { printList } from "../print-list.js";

export const addShow: AddCommand = (program, context) => {
  withScope(program.command("show"))
    .description("the whole text, or one passage")
    .argument("[reference]", "3, 3.1, closer, heading.1, …")
    .action((reference: string | undefined, options: CommonOptions) =>
      context.run(async () => {
        const list = await context.withQuoth(options, (quoth) => quoth.show(reference, scopeOf(options)));
        return printList(list, options.json ?? false, "There is nothing to show.", context);
      }),
    );
};
