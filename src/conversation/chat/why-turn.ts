import type { Quote } from "../../edition/quote.js";
import type { Scope } from "../quoth.js";
import { answered } from "./ask-turn.js";
import type { ChatPort } from "./chat-port.js";
import type { ConversationState, Place } from "./conversation-state.js";
import { neighbourPath } from "./neighbour-path.js";
import type { Outcome } from "./outcome.js";
import { remark } from "./remark.js";
import { resolvePlace } from "./resolve-place.js";
import { seenSentences } from "./seen-sentences.js";
import { showAt } from "./show-at.js";
import { WIDE } from "./wide.js";

/**
 * "Why?": what meets the last question beside its quote, nearest to it first; where nothing does, the sentences
 * after and before it are shown as what they are.
 */
export async function whyTurn(
  quoth: ChatPort,
  state: ConversationState,
  said: string,
  scope: Scope,
): Promise<Outcome> {
  const { place, question, seen } = state;
  if (question === undefined && !place) return { remarks: [remark("nothing-asked")] };
  const around = place ? await neighbours(quoth, place) : [];
  if (question !== undefined) {
    const context = await quoth.ask(`${question} ${said}`, { ...scope, limit: WIDE });
    if (context.kind === "abstention") return answered(context, question);
    const works = quoth.sources();
    const beside = new Set(around.flatMap((quote) => seenSentences(works, quote)));
    const near = context.quotes.filter((quote) =>
      seenSentences(works, quote).every((one) => beside.has(one)),
    );
    if (near.length > 0) return answered({ ...context, quotes: near, notes: [] }, question);
    const fresh =
      context.quotes[0] && seenSentences(works, context.quotes[0]).some((one) => !seen.includes(one));
    if (fresh) return answered({ ...context, quotes: context.quotes.slice(0, scope.limit ?? 3) }, question);
  }
  return aroundOutcome(around);
}

/** Quotes that stand around the last one, not offered as an answer; the conversation then stands at the first. */
export function aroundOutcome(around: readonly Quote[]): Outcome {
  return around.length === 0
    ? { remarks: [remark("nothing-else")] }
    : {
        shown: { kind: "quotes", quotes: around },
        standsAt: around.slice(0, 1),
        remarks: [remark("around")],
      };
}

/** The sentences after and before a place, those of its own paragraph; where it is alone in it, of the next ones. */
export async function neighbours(quoth: ChatPort, place: Place): Promise<readonly Quote[]> {
  const resolved = resolvePlace(quoth.sources(), place);
  const inside = (path: string): boolean =>
    path.startsWith(`${resolved.first.passage.path}.`) || path.startsWith(`${resolved.last.passage.path}.`);
  const paths = (["next", "previous"] as const)
    .map((direction) => neighbourPath(resolved, direction, "sentence"))
    .filter((path) => path !== undefined);
  const own = paths.filter(inside);
  return showAt(quoth, place.work, place.witness, own.length > 0 ? own : paths);
}
