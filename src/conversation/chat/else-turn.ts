import { answered } from "./ask-turn.js";
import type { ChatPort, Scope } from "./chat-port.js";
import type { ConversationState } from "./conversation-state.js";
import type { Outcome } from "./outcome.js";
import { remark } from "./remark.js";
import { seenSentences } from "./seen-sentences.js";
import { aroundOutcome, neighbours } from "./why-turn.js";
import { WIDE } from "./wide.js";

/** "Anything else?": the next best passages that were not shown yet, or that there is nothing else. */
export async function elseTurn(
  quoth: ChatPort,
  { place, question, seen }: ConversationState,
  scope: Scope,
  wantsAround: boolean,
): Promise<Outcome> {
  if (question === undefined) {
    return wantsAround && place
      ? aroundOutcome(await neighbours(quoth, place))
      : { remarks: [remark("nothing-asked")] };
  }
  const answer = await quoth.ask(question, { ...scope, limit: WIDE + seen.length });
  const works = quoth.sources();
  const quotes = answer.quotes
    .filter((quote) => seenSentences(works, quote).some((one) => !seen.includes(one)))
    .slice(0, scope.limit ?? 3);
  if (answer.kind === "answer" && quotes.length > 0)
    return answered({ ...answer, quotes, notes: [] }, question);
  if (!wantsAround || !place) return { remarks: [remark("nothing-else")] };
  const around = (await neighbours(quoth, place)).filter((quote) =>
    seenSentences(works, quote).some((one) => !seen.includes(one)),
  );
  return aroundOutcome(around);
}
