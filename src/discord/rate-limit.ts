import type { Place } from "./place.js";

/** How many requests are let through within a window of this many milliseconds. */
export interface RateLimit {
  readonly burst: number;
  readonly windowMs: number;
}

/** Whom a limit is counted for. */
export const RATE_LIMIT_SCOPES = ["user", "channel", "server"] as const;
export type RateLimitScope = (typeof RATE_LIMIT_SCOPES)[number];
export type RateLimits = Readonly<Record<RateLimitScope, RateLimit>>;

const A_MINUTE_MS = 60_000;

/**
 * The contract's default for users. Those of channels and servers are there for crowds and for many accounts in
 * one hand: ten users, and fifty, who each use all of theirs.
 */
export const DEFAULT_RATE_LIMITS: RateLimits = {
  user: { burst: 60, windowMs: A_MINUTE_MS },
  channel: { burst: 600, windowMs: A_MINUTE_MS },
  server: { burst: 3000, windowMs: A_MINUTE_MS },
};

/** Allowed, or when the next request will be; `first` is the first refusal within a window. */
export type Admission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly retryAfterMs: number; readonly first: boolean };

/** Counts requests by key: in memory, or in a database that several machines share. */
export interface RateCounter {
  consume(key: string): Promise<Admission>;
}

export type RateCounters = Readonly<Record<RateLimitScope, RateCounter>>;

export type Refusal = Extract<Admission, { allowed: false }> & { readonly scope: RateLimitScope };

/** The first limit that a request from this place is over; undefined where it is within all of them. */
export async function exceededLimit(counters: RateCounters, place: Place): Promise<Refusal | undefined> {
  for (const scope of RATE_LIMIT_SCOPES) {
    const key = place[scope];
    if (key === undefined) continue;
    const admission = await counters[scope].consume(key);
    if (!admission.allowed) return { ...admission, scope };
  }
  return undefined;
}
