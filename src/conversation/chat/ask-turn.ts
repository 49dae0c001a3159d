import type { Answer } from "../../retrieval/answer.js";
import type { ChatPort, Scope } from "./chat-port.js";
import type { Outcome } from "./outcome.js";

/** A full question: it starts afresh. */
export async function askTurn(quoth: ChatPort, said: string, scope: Scope): Promise<Outcome> {
  return answered(await quoth.ask(said, scope), said);
}

/** An answer as an outcome; the conversation then stands at its best quote, or at the closest passage. */
export function answered(answer: Answer, question: string): Outcome {
  const closest = answer.kind === "abstention" && answer.closest ? [answer.closest] : [];
  return {
    shown: { kind: "answer", answer },
    standsAt: [...answer.quotes.slice(0, 1), ...closest],
    question: question.trim(),
  };
}
