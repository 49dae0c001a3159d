import { describe, expect, test } from "vitest";
import {
  DEFAULT_RATE_LIMITS,
  type RateCounters,
  type RateLimits,
  exceededLimit,
} from "../../../src/discord/rate-limit.js";

const wide = { burst: 1000, windowMs: 60_000 };

/** What every set of counters does. `create` gives one that has counted nothing yet. */
export function describeRateCounters(kind: string, create: (limits: RateLimits) => RateCounters): void {
  describe(`the contract of rate counters: ${kind}`, () => {
    test("a burst is allowed, more is refused; the first refusal is told; keys do not disturb each other", async () => {
      const { user } = create({ user: { burst: 2, windowMs: 60_000 }, channel: wide, server: wide });
      expect(await user.consume("a")).toEqual({ allowed: true });
      expect(await user.consume("a")).toEqual({ allowed: true });
      const refusal = await user.consume("a");
      expect(refusal).toMatchObject({ allowed: false, first: true });
      const { retryAfterMs } = refusal as { retryAfterMs: number };
      expect(retryAfterMs).toBeGreaterThan(0);
      expect(retryAfterMs).toBeLessThanOrEqual(60_000);
      expect(await user.consume("a")).toMatchObject({ allowed: false, first: false });
      expect(await user.consume("b")).toEqual({ allowed: true });
    });

    test("when the window is over, a burst is allowed again", async () => {
      const { user } = create({ user: { burst: 1, windowMs: 1000 }, channel: wide, server: wide });
      await user.consume("a");
      const refusal = await user.consume("a");
      if (refusal.allowed) throw new Error("it was let through");
      // What the counter itself says is what is waited for.
      await new Promise((resolve) => setTimeout(resolve, refusal.retryAfterMs + 20));
      expect(await user.consume("a")).toEqual({ allowed: true });
    });

    test("the default lets 60 of a user through and no more", async () => {
      const counters = create(DEFAULT_RATE_LIMITS);
      const place = { user: "1", channel: "2", server: "3" };
      for (let sent = 0; sent < 60; sent += 1) expect(await exceededLimit(counters, place)).toBeUndefined();
      expect(await exceededLimit(counters, place)).toMatchObject({ scope: "user", first: true });
    });

    test("of requests at once no more than a burst is let through", async () => {
      const { user } = create({ user: { burst: 5, windowMs: 60_000 }, channel: wide, server: wide });
      const all = await Promise.all(Array.from({ length: 20 }, () => user.consume("a")));
      expect(all.filter(({ allowed }) => allowed)).toHaveLength(5);
      expect(all.filter((one) => !one.allowed && one.first)).toHaveLength(1);
    });

    test("the first limit that is exceeded is named; where there is no server none is counted", async () => {
      const counters = create({ user: wide, channel: wide, server: { burst: 1, windowMs: 60_000 } });
      expect(await exceededLimit(counters, { user: "1", server: "3" })).toBeUndefined();
      expect(await exceededLimit(counters, { user: "2", server: "3" })).toMatchObject({ scope: "server" });
      expect(await exceededLimit(counters, { user: "2" })).toBeUndefined();
    });
  });
}
