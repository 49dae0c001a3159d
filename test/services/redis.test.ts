import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createRedisCounters } from "../../src/adapters/rate-limits/create-redis-counters.js";
import { type OpenedRedis, openRedis } from "../../src/adapters/redis/open-redis.js";
import type { RateLimits } from "../../src/discord/rate-limit.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import { describeRateCounters } from "../adapters/rate-limits/rate-counters-contract.js";
import { freePort } from "./free-port.js";
import { PASSWORD } from "./start-postgres.js";
import { startRedis } from "./start-redis.js";

const QUIET = { onLost: () => undefined, onBack: () => undefined };
const wide = { burst: 1000, windowMs: 60_000 };
const LIMITS: RateLimits = { user: { burst: 3, windowMs: 60_000 }, channel: wide, server: wide };

let redis: Awaited<ReturnType<typeof startRedis>>;
let shared: OpenedRedis;
let sets = 0;
beforeAll(async () => {
  redis = await startRedis();
  shared = await openRedis(redis.url, QUIET);
});
afterAll(async () => {
  await shared.close();
  await redis.remove();
});

describeRateCounters("Redis", (limits) => createRedisCounters(limits, shared.client, `set-${(sets += 1)}`));

describe("several processes", () => {
  test("count together, and what they count is gone with its window", async () => {
    const other = await openRedis(redis.url, QUIET);
    const here = createRedisCounters(LIMITS, shared.client, "together");
    const there = createRedisCounters(LIMITS, other.client, "together");
    for (const { user } of [here, there, here]) expect(await user.consume("7")).toEqual({ allowed: true });
    expect(await there.user.consume("7")).toMatchObject({ allowed: false, first: true });
    expect(await shared.client.keys("together*")).toEqual(["together:user:7"]);
    const left = await shared.client.pttl("together:user:7");
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(60_000);
    await other.close();
  });
});

describe("what is refused at the start, with a remedy and without a secret", () => {
  test("a wrong password, none, nobody there, no such host, no such database", async () => {
    expect(await refusalOf(`redis://:falsch@127.0.0.1:${redis.port}`)).toMatch(/does not accept.*Check user/);
    expect(await refusalOf(`redis://127.0.0.1:${redis.port}`)).toMatch(/asks for a password/);
    expect(await refusalOf(`redis://:x@127.0.0.1:${await freePort()}`)).toMatch(/ECONNREFUSED.*Check host/);
    expect(await refusalOf("redis://:x@nowhere.invalid:1")).toMatch(/cannot be reached \(E/);
    expect(await refusalOf(`${redis.url}/99`)).toMatch(/no database of that number/);
  });

  test("a user who may not count", async () => {
    await shared.client.acl("SETUSER", "poor", "on", ">arm", "~*", "+ping", "+info", "+hello", "+auth");
    expect(await refusalOf(`redis://poor:arm@127.0.0.1:${redis.port}`)).toMatch(/does not allow.*EVAL/);
  });

  test("what takes the connection and says nothing", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    expect(await refusalOf(`redis://:x@127.0.0.1:${port}`)).toMatch(/in time|cannot be reached/);
    server.close();
  });
});

describe("while running", () => {
  test("each process counts for itself while Redis is away, and together again when it is back", async () => {
    const own = await startRedis();
    onTestFinished(() => own.remove());
    let back: () => void = () => undefined;
    const isBack = new Promise<void>((resolve) => (back = resolve));
    const told: string[] = [];
    const opened = await openRedis(own.url, {
      onLost: () => void told.push("lost"),
      onBack: () => {
        told.push("back");
        back();
      },
    });
    const { user } = createRedisCounters(LIMITS, opened.client);
    expect(await user.consume("7")).toEqual({ allowed: true });
    await own.stop();
    for (let sent = 0; sent < 3; sent += 1) expect(await user.consume("7")).toEqual({ allowed: true });
    expect(await user.consume("7")).toMatchObject({ allowed: false, first: true });
    await own.start();
    await isBack;
    expect(await user.consume("7")).toEqual({ allowed: true });
    expect(await opened.client.get("quoth:user:7")).toBe("1");
    expect(told).toEqual(["lost", "back"]);
    await opened.close();
  });

  test("a Redis that is stuck holds up neither a request nor the end", async () => {
    const own = await startRedis();
    onTestFinished(() => own.remove());
    const opened = await openRedis(own.url, QUIET);
    const { user } = createRedisCounters(LIMITS, opened.client);
    own.freeze();
    for (let sent = 0; sent < 3; sent += 1) expect(await user.consume("7")).toEqual({ allowed: true });
    expect(await user.consume("7")).toMatchObject({ allowed: false });
    await opened.close();
    own.thaw();
  });
});

async function refusalOf(url: string): Promise<string> {
  const error = await openRedis(url, QUIET).then(
    () => new Error("it was opened"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof QuothError)) throw error;
  expect(error.code).toBe("database");
  const whole = `${error.message} ${error.remedy} ${JSON.stringify(error.data)} ${String(error.cause)}`;
  for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), "falsch", "arm@"])
    expect(whole).not.toContain(secret);
  return whole;
}
