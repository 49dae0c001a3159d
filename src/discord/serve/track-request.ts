import type { Logger } from "pino";
import { failureFields, isUnanswerable } from "../failure-fields.js";
import type { Observer, Outcome } from "../observer.js";

interface Options {
  readonly kind: string;
  /** Given only where the operator wants to have them logged. */
  readonly words?: string;
  readonly log: Logger;
  readonly observer: Observer;
}

export interface TrackedRequest {
  /** Discord has taken a first response. */
  readonly acknowledged: () => void;
  /** Waits for the delivery, and counts and logs what became of the request, once. Never fails. */
  settle(outcome: Promise<Outcome>, delivered: Promise<unknown>): Promise<void>;
}

/** Follows one request from its arrival to its end. */
export function trackRequest({ kind, words, log, observer }: Options): TrackedRequest {
  const began = performance.now();
  const elapsed = (): number => Math.round((performance.now() - began) * 10) / 10;
  let acknowledgedMs: number | undefined;

  function served(outcome: Outcome): void {
    const doneMs = elapsed();
    const times = { ...(acknowledgedMs === undefined ? {} : { acknowledgedMs }), doneMs };
    observer.served({ kind, outcome, ...times });
    log.info({ kind, outcome, ...times, ...(words === undefined ? {} : { words }) }, "served");
  }

  return {
    acknowledged: () => (acknowledgedMs ??= elapsed()),
    async settle(outcome, delivered) {
      try {
        await delivered;
        served(await outcome);
      } catch (error) {
        const dropped = isUnanswerable(error);
        log[dropped ? "warn" : "error"]({ kind, ...failureFields(error) }, "a reply was not delivered");
        served(dropped ? "dropped" : "undelivered");
      }
    },
  };
}
