import { expect, test } from "vitest";
import { createRateLimit } from "../../src/discord/rate-limit.js";

test("a burst is allowed, more is refused until the window has slid on; users do not disturb each other", () => {
  let now = 0;
  const limit = createRateLimit({ burst: 3, windowMs: 1000 }, () => now);
  for (const time of [0, 100, 200]) {
    now = time;
    expect(limit.admit("a")).toEqual({ allowed: true });
  }
  expect(limit.admit("a")).toEqual({ allowed: false, retryAfterMs: 800, first: true });
  expect(limit.admit("a")).toMatchObject({ allowed: false, first: false });
  expect(limit.admit("b")).toEqual({ allowed: true });
  now = 1000;
  expect(limit.admit("a")).toEqual({ allowed: true });
  expect(limit.admit("a")).toMatchObject({ allowed: false, retryAfterMs: 100, first: true });
  now = 5000;
  expect(limit.admit("a")).toEqual({ allowed: true });
});

test("the default lets 60 through and no more", () => {
  const limit = createRateLimit(undefined, () => 0);
  const admitted = Array.from({ length: 61 }, () => limit.admit("a").allowed);
  expect(admitted.filter(Boolean)).toHaveLength(60);
});
