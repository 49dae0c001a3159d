import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import type { RateCounter } from "../../discord/rate-limit.js";

/** The port over any of rate-limiter-flexible's stores. */
export function createCounter(limiter: RateLimiterAbstract): RateCounter {
  return {
    async consume(key) {
      try {
        await limiter.consume(key);
        return { allowed: true };
      } catch (refusal) {
        // A refusal is no Error; everything else is the store's own trouble.
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const first = refusal.consumedPoints === limiter.points + 1;
        return { allowed: false, retryAfterMs: refusal.msBeforeNext, first };
      }
    },
  };
}
