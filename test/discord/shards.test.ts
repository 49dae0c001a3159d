import { expect, test } from "vitest";
import { runBot } from "./bot-under-test.js";
import { replyTo, sendCommand, textsOf } from "./fake-discord/dispatch-events.js";
import type { FakeDiscord } from "./fake-discord/start-fake-discord.js";

const SHARDS = 4;
/** Servers whose events go to shard 0, 1, 2 … of four. */
const servers = Array.from({ length: 8 }, (_, at) => String(BigInt(at + 100) << 22n));
const guilds = servers.map((id) => ({ id, name: "x", unavailable: true }));

/** Discord recommends this many connections, all of which may begin at once. */
function recommend(discord: FakeDiscord): void {
  Object.assign(discord.gateway.limits, { shards: SHARDS, maxConcurrency: 16 });
}

async function areAnswered(discord: FakeDiscord): Promise<void> {
  const sent = servers.map((guild) =>
    sendCommand(discord, "ask", { question: "Any intervention?" }, { guild }),
  );
  for (const one of sent)
    expect(textsOf(await replyTo(discord, one)).join()).toContain("no military intervention");
}

test("by default as many connections as Discord recommends, in this process; each server's events come by its own", async () => {
  const up: number[] = [];
  const observer = {
    served: () => undefined,
    shards: (count: number) => void up.push(count),
    connected: () => undefined,
  };
  const { discord } = await runBot({ before: recommend, guilds, observer });
  expect([...discord.gateway.identified].sort()).toEqual([0, 1, 2, 3].map((id) => [id, SHARDS]));
  expect(up.at(-1)).toBe(SHARDS);
  await areAnswered(discord);
});

test("a connection that drops is resumed, and the others go on", async () => {
  const { discord } = await runBot({ before: recommend, guilds });
  discord.gateway.drop(2);
  await areAnswered(discord);
  expect((await discord.gateway.frame(6)).op).toBe(6);
  expect(discord.gateway.identified).toHaveLength(SHARDS);
});

test("only the shards that were asked for, whatever Discord recommends", async () => {
  const { discord, bot } = await runBot({
    before: recommend,
    guilds,
    shards: { ids: [1, 3], total: SHARDS },
  });
  expect([...discord.gateway.identified].sort()).toEqual([
    [1, SHARDS],
    [3, SHARDS],
  ]);
  await bot.stop();
});

test("a server that was left while the bot was away is forgotten by the shard that would have it, and no other is", async () => {
  const kept = servers[1] ?? "";
  const left = String(BigInt(201) << 22n);
  const { store, discord } = await runBot({
    before: recommend,
    guilds,
    prepare: async (stored) => {
      for (const server of [kept, left])
        await stored.set(server, { privateAnswers: true, mentions: "nowhere" });
    },
  });
  await areAnswered(discord);
  expect(await store.servers()).toEqual([kept]);
});

test("a bot that may begin no more connections today says so", async () => {
  const starting = runBot({
    before: (discord) => Object.assign(discord.gateway.limits, { shards: SHARDS, remaining: 1 }),
  });
  await expect(starting).rejects.toMatchObject({
    code: "discord",
    message: expect.stringMatching(/begin 1 more connections to the gateway, and 4 are needed/) as string,
    remedy: expect.stringMatching(/^Start it again after 20/) as string,
  });
});
