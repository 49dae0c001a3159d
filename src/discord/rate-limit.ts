/** How many requests a user may send within a window of this many milliseconds. */
export interface RateLimitOptions {
  readonly burst: number;
  readonly windowMs: number;
}

/** The contract's default: bursts of 60 requests a minute a user. */
const DEFAULT_RATE_LIMIT: RateLimitOptions = { burst: 60, windowMs: 60_000 };

/** Allowed, or when the next request will be; `first` is the first refusal since the last allowed request. */
type Admission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly retryAfterMs: number; readonly first: boolean };

interface RateLimit {
  admit(user: string): Admission;
}

/** A sliding window over the times of each user's requests; `now` gives milliseconds. */
export function createRateLimit(options = DEFAULT_RATE_LIMIT, now: () => number = Date.now): RateLimit {
  const users = new Map<string, { times: number[]; refused: boolean }>();
  let sweptAt = now();

  function sweep(time: number): void {
    if (time - sweptAt < options.windowMs) return;
    sweptAt = time;
    for (const [user, { times }] of users) {
      if ((times.at(-1) ?? 0) <= time - options.windowMs) users.delete(user);
    }
  }

  return {
    admit(user) {
      const time = now();
      sweep(time);
      const record = users.get(user) ?? { times: [], refused: false };
      users.set(user, record);
      record.times = record.times.filter((sent) => sent > time - options.windowMs);
      const oldest = record.times[0];
      if (oldest !== undefined && record.times.length >= options.burst) {
        const first = !record.refused;
        record.refused = true;
        return { allowed: false, retryAfterMs: oldest + options.windowMs - time, first };
      }
      record.times.push(time);
      record.refused = false;
      return { allowed: true };
    },
  };
}
