import { RateLimiterMemory } from "rate-limiter-flexible";
import { RATE_LIMIT_SCOPES, type RateCounters, type RateLimits } from "../../discord/rate-limit.js";
import { createCounter } from "./create-counter.js";

/** Counters of one process; nothing outlives it. */
export function createMemoryCounters(limits: RateLimits): RateCounters {
  const counters = RATE_LIMIT_SCOPES.map((scope) => {
    const { burst, windowMs } = limits[scope];
    return [scope, createCounter(new RateLimiterMemory({ points: burst, duration: windowMs / 1000 }))];
  });
  return Object.fromEntries(counters) as RateCounters;
}
