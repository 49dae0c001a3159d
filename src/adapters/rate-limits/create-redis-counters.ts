import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { RATE_LIMIT_SCOPES, type RateCounters, type RateLimits } from "../../discord/rate-limit.js";
import { createCounter } from "./create-counter.js";

/**
 * Counters that several processes or machines share. Keys are Discord's ids behind a prefix, and are gone when their
 * window is over. While Redis is away each process counts for itself, so that limits are looser, but never gone.
 */
export function createRedisCounters(limits: RateLimits, storeClient: Redis, prefix = "quoth"): RateCounters {
  const counters = RATE_LIMIT_SCOPES.map((scope) => {
    const points = limits[scope].burst;
    const duration = limits[scope].windowMs / 1000;
    const limiter = new RateLimiterRedis({
      storeClient,
      points,
      duration,
      keyPrefix: `${prefix}:${scope}`,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory({ points, duration }),
    });
    return [scope, createCounter(limiter)];
  });
  return Object.fromEntries(counters) as RateCounters;
}
