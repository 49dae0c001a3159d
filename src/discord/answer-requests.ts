import type { Logger } from "pino";
import { QuothError } from "../edition/quoth-error.js";
import type { MessagePayload } from "../render/discord/message-payload.js";
import { explainFailure } from "./explain-failure.js";
import { failureFields } from "./failure-fields.js";
import { type RateLimitOptions, createRateLimit } from "./rate-limit.js";
import { plainMessage } from "../render/discord/plain-message.js";
import { type Reply, quietly } from "./reply.js";
import { createUserQueue } from "./user-queue.js";

/** A request on its way to a reply; `waits` where it stands behind earlier ones of the same user. */
interface PendingReply {
  readonly reply: Promise<Reply>;
  readonly waits: boolean;
  /** Set for a request over the rate limit; `first` for the first of a run of them. */
  readonly refused?: { readonly first: boolean };
}

type AnswerRequest = (user: string, work: () => Promise<readonly MessagePayload[]>) => PendingReply;

/**
 * Turns requests into replies that never fail: one at a time for each user, within the rate limit, and with a
 * short message to that user alone where the work failed.
 */
export function createAnswerRequest(log: Logger, limit?: RateLimitOptions): AnswerRequest {
  const rateLimit = createRateLimit(limit);
  const queue = createUserQueue();
  return (user, work) => {
    const admission = rateLimit.admit(user);
    if (!admission.allowed) {
      const seconds = Math.max(1, Math.ceil(admission.retryAfterMs / 1000));
      const note = plainMessage(`That was a lot at once. Please ask again in ${seconds} s.`);
      return { reply: Promise.resolve(quietly(note)), waits: false, refused: { first: admission.first } };
    }
    const waits = queue.isBusy(user);
    const reply = queue
      .run(user, work)
      .then((messages): Reply => ({ messages, quiet: false }))
      .catch((error: unknown) => {
        const foreseen = error instanceof QuothError && error.code !== "internal";
        log[foreseen ? "info" : "error"](failureFields(error), "a request failed");
        return quietly(explainFailure(error));
      });
    return { reply, waits };
  };
}
