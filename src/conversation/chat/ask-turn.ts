import type { Answer } from "../../retrieval/answer.js";
import type { ChatPort, Scope } from "./chat-port.js";
import type { Outcome } from "./outcome.js";

/** A full question: it starts afresh; but "When was it written?" means the work last shown where there are several. */
export async function askTurn(
  quoth: ChatPort,
  said: string,
  scope: Scope,
  place?: { readonly work: string },
): Promise<Outcome> {
  const answer = await quoth.ask(said, scope);
  if (
    answer.kind === "answer" ||
    answer.reason !== "which-work" ||
    !answer.works?.includes(place?.work ?? "")
  )
    return answered(answer, said);
  return answered(await quoth.ask(said, { ...scope, work: place?.work ?? "" }), said);
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
