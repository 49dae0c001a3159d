import { EventEmitter } from "node:events";
import { type Client, Events } from "discord.js";
import { expect, onTestFinished, test, vi } from "vitest";
import { connectClient } from "../../src/discord/connect-client.js";

const TIMEOUT_MS = 30_000;
/** Discord lets connections of one kind begin five seconds apart. */
const APART_MS = 5_000;

/** A client whose shards become ready one by one; `stopsAt` is the number of the one that never does. */
function clientWith(shards: number, stopsAt = Infinity): Client {
  const client = new EventEmitter();
  let isReady = false;
  const login = async (): Promise<string> => {
    for (let shard = 0; shard < shards; shard += 1) {
      if (shard === stopsAt) return new Promise(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, APART_MS));
      client.emit(Events.ShardReady, shard);
    }
    isReady = true;
    client.emit(Events.ClientReady);
    return "token";
  };
  const known = { user: { id: "1" }, application: { id: "2" }, isReady: () => isReady, login };
  return Object.assign(client, known) as unknown as Client;
}

test("many connections may take as long as they need, so long as one after the other comes up", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const connected = connectClient(clientWith(16), "token", TIMEOUT_MS);
  await vi.advanceTimersByTimeAsync(16 * APART_MS);
  expect(await connected).toEqual({ user: "1", application: "2" });
});

test("one that does not come up ends the wait when nothing has happened for so long", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const connected = connectClient(clientWith(16, 3), "token", TIMEOUT_MS);
  const refused = expect(connected).rejects.toMatchObject({ code: "discord" });
  await vi.advanceTimersByTimeAsync(3 * APART_MS + 2 * TIMEOUT_MS);
  await refused;
});
