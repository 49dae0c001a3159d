import type { AnswerRequest } from "../answer-requests.js";
import type { Tools } from "../commands/handler.js";
import type { Conversations } from "../conversations.js";
import type { DiscordRest } from "../discord-rest.js";
import type { RecallSettings } from "../recall-settings.js";
import type { TrackedRequest } from "./track-request.js";

/** What every kind of event is served with. */
export interface Kit {
  readonly rest: DiscordRest;
  readonly tools: Tools;
  readonly conversations: Conversations;
  readonly answerRequest: AnswerRequest;
  readonly settingsOf: RecallSettings;
  /** Begins to count a request; `words` are what the user wrote. */
  readonly track: (kind: string, words?: string) => TrackedRequest;
  /** How long a reply may take before Discord is told that it will come. */
  readonly patienceMs: number;
}
