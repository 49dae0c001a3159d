import type { Quoth } from "../conversation/quoth.js";
import type { MessagePayload } from "../render/discord/message-payload.js";
import { renderAnswer } from "../render/discord/render-answer.js";
import { HOW_TO } from "./how-to.js";
import { prepareContext } from "./prepare-context.js";

/** `/ask question`, and a mention or a direct message with words in it. */
export async function handleAsk(quoth: Quoth, question: string): Promise<readonly MessagePayload[]> {
  if (question.trim() === "") return [HOW_TO];
  const answer = await quoth.ask(question);
  const closest = answer.kind === "abstention" && answer.closest ? [answer.closest] : [];
  return renderAnswer(answer, await prepareContext(quoth, [...answer.quotes, ...answer.notes, ...closest]));
}
