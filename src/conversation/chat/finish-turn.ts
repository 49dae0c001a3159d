import type { Quote } from "../../edition/quote.js";
import type { Work } from "../../edition/work.js";
import {
  type ConversationState,
  LONGEST_CONTEXT,
  MOST_PATHS,
  MOST_SEEN,
  type Place,
} from "./conversation-state.js";
import type { Outcome } from "./outcome.js";
import { remark } from "./remark.js";
import { pathOfQuote, seenSentences } from "./seen-sentences.js";
import type { MoveName, Turn } from "./turn.js";

/** Compares what a move came to with what was shown before, says what is shown again, and moves the state on. */
export function finishTurn(
  works: readonly Work[],
  state: ConversationState,
  { said, move }: { readonly said: string; readonly move: MoveName },
  { shown, remarks = [], standsAt, question }: Outcome,
): { readonly turn: Turn; readonly state: ConversationState } {
  const seen = new Set(state.seen);
  const again: string[] = [];
  for (const quote of quotesIn(shown)) {
    const sentences = seenSentences(works, quote);
    if (sentences.every((sentence) => seen.has(sentence))) again.push(pathOfQuote(quote));
    for (const sentence of sentences) seen.add(sentence);
  }
  const repeats = [...new Set(again)];
  const common = {
    version: 1 as const,
    said,
    move,
    remarks: [...remarks, ...(repeats.length === 0 ? [] : [remark("repeated", repeats.join(", "))])],
    repeated: repeats.length > 0,
  };
  const place = standsAt && standsAt.length > 0 ? placeOf(standsAt) : state.place;
  const text = place?.layer === "text" ? place : state.text;
  const context = question?.slice(0, LONGEST_CONTEXT) ?? state.question;
  return {
    turn: Object.freeze(
      shown?.kind === "quotes"
        ? { ...common, kind: "quotes", quotes: [...shown.quotes] }
        : shown
          ? { ...common, ...shown }
          : { ...common, kind: "remarks" },
    ),
    state: Object.freeze({
      version: 1,
      ...(place ? { place } : {}),
      ...(text ? { text } : {}),
      ...(context === undefined ? {} : { question: context }),
      seen: [...seen].slice(-MOST_SEEN),
    }),
  };
}

function quotesIn(shown: Outcome["shown"]): readonly Quote[] {
  if (shown?.kind === "quotes") return shown.quotes;
  if (shown?.kind !== "answer") return [];
  const { answer } = shown;
  const closest = answer.kind === "abstention" && answer.closest ? [answer.closest] : [];
  return [...answer.quotes, ...answer.notes, ...closest];
}

/** Where somebody stands who was shown these quotes: the last of them that are of one work, edition and layer. */
function placeOf(quotes: readonly Quote[]): Place {
  const last = quotes.at(-1) as Quote;
  const paths = quotes
    .filter(
      ({ work, witness, layer }) => work === last.work && witness === last.witness && layer === last.layer,
    )
    .map(pathOfQuote);
  return { work: last.work, witness: last.witness, layer: last.layer, paths: paths.slice(-MOST_PATHS) };
}
