import type { ConversationState } from "../conversation/chat/conversation-state.js";
import type { Place } from "./place.js";

/** A mention this long after the last answer is no follow-up any more. */
const REMEMBERED_MS = 10 * 60_000;
/** Conversations remembered at a time; the oldest are forgotten first. */
const CONVERSATIONS_AT_MOST = 1000;

/** Where each user stands in each channel, for a few minutes, in memory alone. */
export interface Conversations {
  at(place: Place): ConversationState | undefined;
  remember(place: Place, state: ConversationState): void;
}

export function createConversations(now: () => number = Date.now): Conversations {
  const known = new Map<string, { readonly state: ConversationState; readonly since: number }>();
  return {
    at(place) {
      const found = known.get(keyOf(place));
      return found && now() - found.since <= REMEMBERED_MS ? found.state : undefined;
    },
    remember(place, state) {
      const key = keyOf(place);
      known.delete(key);
      known.set(key, { state, since: now() });
      for (const oldest of known.keys()) {
        if (known.size <= CONVERSATIONS_AT_MOST) break;
        known.delete(oldest);
      }
    },
  };
}

function keyOf({ channel = "", user }: Place): string {
  return `${channel}:${user}`;
}
