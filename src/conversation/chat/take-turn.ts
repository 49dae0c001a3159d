import { QuothError } from "../../edition/quoth-error.js";
import { askTurn } from "./ask-turn.js";
import type { ChatPort, Scope } from "./chat-port.js";
import { MARGINS, type Margins } from "./choose-reading.js";
import { citeTurn } from "./cite-turn.js";
import { compareTurn } from "./compare-turn.js";
import { type ConversationState, NEW_CONVERSATION, type Place } from "./conversation-state.js";
import { editionTurn, unknownEdition } from "./edition-turn.js";
import { elseTurn } from "./else-turn.js";
import { finishTurn } from "./finish-turn.js";
import { readCorrection } from "./read-correction.js";
import { readFollowUp } from "./follow-up.js";
import { followUpTurn } from "./follow-up-turn.js";
import type { Move } from "./move.js";
import { noteTurn } from "./note-turn.js";
import type { Outcome } from "./outcome.js";
import { reading } from "./outcome.js";
import { readMove } from "./read-move.js";
import { readTurn } from "./read-turn.js";
import { remark } from "./remark.js";
import { showAt } from "./show-at.js";
import { paragraphTurn, stepTurn } from "./step-turn.js";
import type { MoveName, Turn } from "./turn.js";
import { whereaboutsTurn } from "./whereabouts-turn.js";
import { worksTurn } from "./works-turn.js";
import { whyTurn } from "./why-turn.js";

export interface TurnOptions {
  /** What narrows questions and reading. */
  readonly scope?: Scope;
  /** For fitting; otherwise left alone. */
  readonly margins?: Margins;
}

/**
 * One turn of a conversation: what was said, answered from where the conversation stands.
 * @throws QuothError `blank-question`; whatever `ask` and `show` throw; `not-found` where the state names a
 * passage that is not there. The state given stays good, so that the conversation goes on.
 */
export async function takeTurn(
  quoth: ChatPort,
  state: ConversationState,
  said: string,
  { scope = {}, margins = MARGINS }: TurnOptions = {},
): Promise<{ readonly turn: Turn; readonly state: ConversationState }> {
  if (said.trim() === "") {
    throw new QuothError("blank-question", "Nothing was said.", {
      remedy: 'Ask something, or say "help".',
    });
  }
  const finish = (
    move: MoveName,
    outcome: Outcome,
    from = state,
  ): { readonly turn: Turn; readonly state: ConversationState } =>
    finishTurn(quoth.sources(), from, { said, move }, outcome);

  const move = readMove(
    said,
    quoth.sources(),
    state.place?.paths.at(-1),
    state.place?.work ?? (typeof scope.work === "string" ? scope.work : undefined),
  );
  if (move && !asksOfTheSource(move, said, state)) {
    if (move.kind === "restart")
      return finish("restart", { remarks: [remark("restarted")] }, NEW_CONVERSATION);
    return finish(move.kind, await makeMove(quoth, state, move, scope));
  }
  const followUp = readFollowUp(said);
  // "No, I meant Laos": what was meant is asked, not that it was.
  const meant = readCorrection(said) ?? said;
  if (followUp?.kind === "why" && (state.question !== undefined || state.place))
    return finish("why", await whyTurn(quoth, state, meant, scope));
  if (followUp && followUp.kind !== "why" && state.question !== undefined)
    return finish("follow-up", await followUpTurn(quoth, state, meant, followUp, scope, margins));
  return finish("ask", await askTurn(quoth, meant, scope, state.place));
}

/** "Who wrote it?", before anything was shown, is a question about the document. */
function asksOfTheSource(move: Move, said: string, { place }: ConversationState): boolean {
  return move.kind === "voice" && !place && /\bw(?:rote|rit)/i.test(said);
}

function makeMove(
  quoth: ChatPort,
  state: ConversationState,
  move: Exclude<Move, { kind: "restart" }>,
  scope: Scope,
): Promise<Outcome> | Outcome {
  if (move.kind === "quit") return { remarks: [remark("goodbye")] };
  if (move.kind === "help") return { remarks: [remark("help")] };
  if (move.kind === "works") return worksTurn(quoth);
  if (move.kind === "courtesy") return { remarks: [remark(move.says)] };
  if (move.kind === "read") return readTurn(quoth, state, move.reference, scope);
  if (move.kind === "note") return noteTurn(quoth, state, move);
  if (move.kind === "else") return elseTurn(quoth, state, scope, move.around);
  if (move.kind === "edition" && move.unknown !== undefined)
    return unknownEdition(quoth.sources(), move.unknown);
  const { place } = state;
  if (!place) return { remarks: [remark("nothing-shown")] };
  if (move.kind === "next" || move.kind === "previous") return stepTurn(quoth, place, move);
  if (move.kind === "edition") return editionTurn(quoth, place, move);
  if (move.kind === "cite") return citeTurn(quoth, place, move.style);
  if (move.kind === "compare") return compareTurn(quoth, place);
  if (move.kind === "paragraph") return paragraphTurn(quoth, place);
  if (move.kind === "again") return returnTo(quoth, place);
  if (move.kind === "back") return returnTo(quoth, state.text ?? place);
  return whereaboutsTurn(quoth, place, move.kind);
}

/** "Back to the letter": the text where it was left for a note. */
async function returnTo(quoth: ChatPort, { work, witness, paths }: Place): Promise<Outcome> {
  return reading(await showAt(quoth, work, witness, paths));
}
