import { expect, test } from "vitest";
import { createMemoryCounters } from "../../../src/adapters/rate-limits/create-memory-counters.js";
import { DEFAULT_RATE_LIMITS, exceededLimit } from "../../../src/discord/rate-limit.js";

const wide = { burst: 1000, windowMs: 60_000 };

test("a burst is allowed, more is refused until the window is over; keys do not disturb each other", async () => {
  const { user } = createMemoryCounters({ user: { burst: 2, windowMs: 1000 }, channel: wide, server: wide });
  expect(await user.consume("a")).toEqual({ allowed: true });
  expect(await user.consume("a")).toEqual({ allowed: true });
  expect(await user.consume("a")).toMatchObject({ allowed: false, first: true });
  expect(await user.consume("a")).toMatchObject({ allowed: false, first: false });
  expect(await user.consume("b")).toEqual({ allowed: true });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await user.consume("a")).toEqual({ allowed: true });
});

test("the default lets 60 of a user through and no more", async () => {
  const counters = createMemoryCounters(DEFAULT_RATE_LIMITS);
  const place = { user: "1", channel: "2", server: "3" };
  for (let sent = 0; sent < 60; sent += 1) expect(await exceededLimit(counters, place)).toBeUndefined();
  expect(await exceededLimit(counters, place)).toMatchObject({ scope: "user", first: true });
});

test("the first limit that is exceeded is named; where there is no server none is counted", async () => {
  const counters = createMemoryCounters({
    user: wide,
    channel: wide,
    server: { burst: 1, windowMs: 60_000 },
  });
  expect(await exceededLimit(counters, { user: "1", server: "3" })).toBeUndefined();
  expect(await exceededLimit(counters, { user: "2", server: "3" })).toMatchObject({ scope: "server" });
  expect(await exceededLimit(counters, { user: "2" })).toBeUndefined();
});
