import type { Scope } from "../../conversation/quoth.js";
import type { MessagePayload } from "../../render/discord/message-payload.js";
import { renderAnswer } from "../../render/discord/render-answer.js";
import { prepareContext } from "../prepare-context.js";
import type { Source } from "../source.js";
import type { Handler } from "./handler.js";
import { HOW_TO } from "./how-to.js";
import { scopeOf } from "./scope-of.js";

/** `/ask question [work] [edition]`. */
export const handleAsk: Handler = ({ source }, { interaction: { options }, settings }) =>
  answerQuestion(
    source,
    options["question"] ?? "",
    scopeOf(source, settings, options["edition"], options["work"]),
  );

/** A question from anywhere, answered or not. */
export async function answerQuestion(
  source: Source,
  question: string,
  scope: Scope,
): Promise<readonly MessagePayload[]> {
  if (question.trim() === "") return [HOW_TO];
  const answer = await source.ask(question, scope);
  const closest = answer.kind === "abstention" && answer.closest ? [answer.closest] : [];
  return renderAnswer(answer, await prepareContext(source, [...answer.quotes, ...answer.notes, ...closest]));
}
