import { renderAnswer } from "../../render/terminal/render-answer.js";
import { type AddCommand, type CommonOptions, scopeOf, withScope } from "../command-context.js";
import { EXIT } from "../exit-code.js";
import { answerJsonLines } from "../json-lines.js";
import { QuothError } from "../../edition/quoth-error.js";

export const addAsk: AddCommand = (program, { io, style, withQuoth, run }) => {
  withScope(program.command("ask"))
    .description("answer a question in the source's own words, or abstain")
    .argument("[question...]", "the question")
    .option("--jsonl", "read a question a line from standard input, print an answer a line")
    .action((words: string[], options: CommonOptions) =>
      run(async () => {
        const scope = scopeOf(options);
        if (options.jsonl) {
          if (words.length > 0) {
            throw new QuothError("usage", "With --jsonl the questions come from standard input.", {
              remedy: "Leave out --jsonl, or the question.",
            });
          }
          return withQuoth(options, (quoth) =>
            answerJsonLines(io, "question", (question) => quoth.ask(question, scope)),
          );
        }
        const question = words.join(" ");
        if (question.trim() === "") {
          throw new QuothError("blank-question", "There is no question.", {
            remedy: 'Ask one: quoth ask "Will the United States invade Cuba?"',
          });
        }
        const answer = await withQuoth(options, (quoth) => quoth.ask(question, scope));
        io.out(options.json ? `${JSON.stringify(answer)}\n` : `${renderAnswer(answer, style)}\n`);
        return answer.kind === "answer" ? EXIT.ok : EXIT.no;
      }),
    );
};
