import type { Quote } from "../../edition/quote.js";
import { answered } from "./ask-turn.js";
import type { ChatPort, Scope } from "./chat-port.js";
import type { ConversationState, Place } from "./conversation-state.js";
import { neighbourPath } from "./neighbour-path.js";
import type { Outcome } from "./outcome.js";
import { remark } from "./remark.js";
import { resolvePlace } from "./resolve-place.js";
import { seenSentences } from "./seen-sentences.js";
import { showAt } from "./show-at.js";
import { WIDE } from "./wide.js";

/**
 * "Why?": the last question asked with its why. A passage not shown yet that meets it best is an answer; else the
 * sentences after and before the last quote are shown as what they are, those first that meet the question, too.
 */
export async function whyTurn(
  quoth: ChatPort,
  { place, question, seen }: ConversationState,
  said: string,
  scope: Scope,
): Promise<Outcome> {
  if (question === undefined && !place) return { remarks: [remark("nothing-asked")] };
  const around = place ? await neighbours(quoth, place) : [];
  if (question === undefined) return aroundOutcome(around);
  const context = await quoth.ask(`${question} ${said}`, { ...scope, limit: WIDE });
  if (context.kind === "abstention") return answered(context, question);
  const works = quoth.sources();
  const sentences = (quote: Quote): readonly string[] => seenSentences(works, quote);
  const [best] = context.quotes;
  const isUnseen = (quote: Quote): boolean => sentences(quote).some((one) => !seen.includes(one));
  const unseenFirst = (quotes: readonly Quote[]): Quote[] => [
    ...quotes.filter(isUnseen),
    ...quotes.filter((quote) => !isUnseen(quote)),
  ];
  if (around.length === 0 || (best && isUnseen(best)))
    return answered({ ...context, quotes: unseenFirst(context.quotes).slice(0, scope.limit ?? 3) }, question);
  const met = new Set(context.quotes.flatMap(sentences));
  const meets = (quote: Quote): number => (sentences(quote).some((one) => met.has(one)) ? 0 : 1);
  return aroundOutcome([...around].sort((a, b) => meets(a) - meets(b)));
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
  const own = [resolved.first, resolved.last].flatMap(({ passage }) => passage.sentences);
  const inside = (path: string): boolean => own.some((sentence) => sentence.path === path);
  const paths = (["next", "previous"] as const)
    .map((direction) => neighbourPath(resolved, direction, "sentence"))
    .filter((path) => path !== undefined);
  const near = paths.filter(inside);
  return showAt(quoth, place.work, place.witness, near.length > 0 ? near : paths);
}
