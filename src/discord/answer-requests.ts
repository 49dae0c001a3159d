import type { Logger } from "pino";
import { QuothError } from "../edition/quoth-error.js";
import type { MessagePayload } from "../render/discord/message-payload.js";
import { plainMessage } from "../render/discord/plain-message.js";
import { explainFailure } from "./explain-failure.js";
import { failureFields } from "./failure-fields.js";
import type { Outcome } from "./observer.js";
import type { Place } from "./place.js";
import { type RateCounters, type Refusal, exceededLimit } from "./rate-limit.js";
import { type Reply, quietly } from "./reply.js";
import { createUserQueue } from "./user-queue.js";

/** A request on its way to a reply; `waits` where it stands behind earlier ones of the same user. */
export interface PendingReply {
  readonly reply: Promise<Reply & { readonly outcome: Outcome }>;
  readonly waits: boolean;
  /** Set for a request over a rate limit; `first` for the first of a run of them. */
  readonly refused?: { readonly first: boolean };
}

export type AnswerRequest = (
  place: Place,
  work: () => Promise<readonly MessagePayload[]>,
) => Promise<PendingReply>;

/**
 * Turns requests into replies that never fail: one at a time for each user, within the rate limits, and with a
 * short message to that user alone where the work failed.
 */
export function createAnswerRequest(log: Logger, counters: RateCounters): AnswerRequest {
  const queue = createUserQueue();
  return async (place, work) => {
    const exceeded = await exceededLimit(counters, place).catch((error: unknown) => {
      // Without its counters the bot serves on: a database that is down shall not silence it.
      log.warn(failureFields(error), "the rate limits cannot be counted");
      return undefined;
    });
    if (exceeded) {
      const reply = { ...quietly(plainMessage(refusal(exceeded))), outcome: "refused" as const };
      return { reply: Promise.resolve(reply), waits: false, refused: exceeded };
    }
    const waits = queue.isBusy(place.user);
    const reply = queue
      .run(place.user, work)
      .then((messages) => ({ messages, quiet: false, outcome: "answered" as const }))
      .catch((error: unknown) => {
        const foreseen = error instanceof QuothError && error.code !== "internal";
        log[foreseen ? "info" : "error"](failureFields(error), "a request failed");
        return { ...quietly(explainFailure(error)), outcome: "failed" as const };
      });
    return { reply, waits };
  };
}

const WHO: Readonly<Record<Refusal["scope"], string>> = {
  user: "That was a lot at once.",
  channel: "There is a lot going on in this channel.",
  server: "There is a lot going on in this server.",
};

function refusal({ scope, retryAfterMs }: Refusal): string {
  return `${WHO[scope]} Please ask again in ${Math.max(1, Math.ceil(retryAfterMs / 1000))} s.`;
}
