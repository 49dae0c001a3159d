import type { Layer } from "../../edition/layer.js";
import { type ConversationState, parseConversationState } from "./conversation-state.js";

/**
 * The state of a conversation in which one passage was shown: enough for a button that keeps nothing but the
 * work, the reference, the edition, and perhaps the question.
 * @throws QuothError `usage` where the parts are forged.
 */
export function conversationAt(at: {
  readonly work: string;
  /** With or without the work's id before it. */
  readonly reference: string;
  readonly witness: string;
  readonly layer: Layer;
  readonly question?: string;
}): ConversationState {
  const { work, reference, witness, layer, question } = at;
  const path = reference.startsWith(`${work}:`) ? reference.slice(work.length + 1) : reference;
  return parseConversationState({
    version: 1,
    place: { work, witness, layer, paths: [path] },
    ...(question === undefined ? {} : { question }),
    seen: [],
  });
}
