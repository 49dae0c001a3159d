import type { Quote } from "../../edition/quote.js";
import type { Answer } from "../../retrieval/answer.js";
import { termsOf } from "../../retrieval/terms.js";
import { answered } from "./ask-turn.js";
import type { ChatPort, Scope } from "./chat-port.js";
import { MARGINS, type Margins, prefersAlone, prefersReplaced } from "./choose-reading.js";
import type { ConversationState } from "./conversation-state.js";
import type { FollowUp } from "./follow-up.js";
import type { Outcome } from "./outcome.js";
import { replaceTopic } from "./replace-topic.js";
import { pathOfQuote, seenSentences } from "./seen-sentences.js";
import { WIDE } from "./wide.js";

/** "And Laos?", "who are they?": the question alone and in context, and the better of the two. */
export async function followUpTurn(
  quoth: ChatPort,
  state: ConversationState,
  said: string,
  followUp: Exclude<FollowUp, { kind: "why" }>,
  scope: Scope,
  margins: Margins = MARGINS,
): Promise<Outcome> {
  const last = state.question ?? "";
  const alone = await quoth.ask(said, scope);
  if (followUp.kind === "topic") {
    const question = replaceTopic(last, followUp.topic);
    if (question === undefined) return answered(alone, said);
    const replaced = await quoth.ask(question, scope);
    // "And France?" after "Does he mention Germany?": that it occurs nowhere is more than that nothing was found.
    const proves = alone.kind === "abstention" && isProof(replaced);
    const chosen =
      proves || prefersReplaced(alone, replaced, holds(replaced.quotes[0], followUp.topic), margins)
        ? replaced
        : alone;
    return answered(chosen, question);
  }
  const context = await quoth.ask(inFull(last, said), { ...scope, limit: WIDE });
  if (prefersAlone(alone, context, margins)) return answered(alone, said);
  if (context.kind === "abstention") return answered(alone, last);
  return answered(inContext(quoth, state, alone, context, scope.limit ?? 3), last);
}

/**
 * The quotes of the reading in context in the order that serves a follow-up: where the question alone comes
 * nearest to one of them, that one; then those not shown yet; what was shown last comes last.
 */
function inContext(
  quoth: ChatPort,
  { place, seen }: ConversationState,
  alone: Answer,
  context: Extract<Answer, { kind: "answer" }>,
  limit: number,
): Answer {
  const works = quoth.sources();
  const sentences = (quote: Quote): readonly string[] => seenSentences(works, quote);
  const nearest = alone.kind === "answer" ? alone.quotes[0] : alone.closest;
  const near = new Set(nearest ? sentences(nearest) : []);
  const rank = (quote: Quote): number => {
    if (sentences(quote).some((one) => near.has(one))) return 0;
    if (place?.work === quote.work && place.paths.includes(pathOfQuote(quote))) return 3;
    return sentences(quote).every((one) => seen.includes(one)) ? 2 : 1;
  };
  const quotes = context.quotes
    .map((quote) => ({ quote, rank: rank(quote) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ quote }) => quote);
  const shown = new Set(quotes.flatMap((quote) => quote.markers.map(({ label }) => label)));
  return {
    ...context,
    quotes,
    notes: context.notes.filter((note) => [...shown].some((label) => pathOfQuote(note) === `note.${label}`)),
  };
}

function isProof(answer: Answer): boolean {
  return answer.kind === "abstention" && answer.reason === "occurs-nowhere";
}

/** "Who wrote this letter?" and "when?" make "when wrote this letter?"; what is more than a question word follows it. */
function inFull(last: string, said: string): string {
  const bare = BARE.exec(said)?.[1];
  const rest = bare === undefined ? undefined : ASKED.exec(last)?.[1];
  return rest === undefined ? `${last} ${said}` : `${bare ?? ""} ${rest}`;
}

const BARE =
  /^\W*(?:(?:and|but|so|or)\s+)?((?:(?:to|by|from|for|with|since|until|in)\s+)?(?:who|whom|when|where|which\s+(?:year|day|month)|what\s+(?:year|day|month)))\W*$/iu;
const ASKED =
  /^\W*(?:(?:to|by|from|for|with|since|until|in|on|at)\s+)?(?:who|whom|what|when|where|which)\s+(\S[^]*)$/iu;

function holds(quote: Quote | undefined, topic: string): boolean {
  const terms = new Set(quote ? termsOf(quote.text) : []);
  return termsOf(topic).some((term) => terms.has(term));
}
