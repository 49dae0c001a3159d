import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { createMemorySettings } from "../../src/adapters/memory/create-memory-settings.js";
import { createMemoryCounters } from "../../src/adapters/rate-limits/create-memory-counters.js";
import { DEFAULT_RATE_LIMITS } from "../../src/discord/rate-limit.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import { COMMANDS } from "../../src/discord/commands.js";
import { startBot } from "../../src/discord/start-bot.js";
import { fakeDiscordForTest, runBot } from "./bot-under-test.js";
import { replyTo, sendCommand, textsOf } from "./fake-discord/dispatch-events.js";
import type { FakeDiscord } from "./fake-discord/start-fake-discord.js";
import { createGate } from "./gate.js";
import { quothUnderTest } from "./quoth-under-test.js";

const GATEWAY_BOT = /^\/gateway\/bot$/;

describe("logging in", () => {
  test("announces one line of JSON when ready, and registers the commands", async () => {
    const { announced, discord } = await runBot();
    expect(announced).toHaveLength(1);
    expect(JSON.parse(announced[0] ?? "")).toEqual({
      event: "ready",
      pid: process.pid,
      user: discord.self,
      application: discord.application,
      commands: COMMANDS.length,
      registered: true,
    });
    expect(discord.commands.map(({ name }) => name)).toEqual([
      "ask",
      "quote",
      "find",
      "verify",
      "read",
      "notes",
      "compare",
      "cite",
      "about",
      "settings",
      "Check quotations",
    ]);
  });

  test("asks for no privileged intent", async () => {
    const { discord } = await runBot();
    const identify = await discord.gateway.frame(2);
    expect((identify.d as { intents: number }).intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
  });

  test("registers nothing where the commands are there already, in whatever order Discord gives them back", async () => {
    const { announced, discord } = await runBot({
      before: (fake) => {
        const returned = {
          id: "1",
          version: "2",
          nsfw: false,
          dm_permission: true,
          name_localizations: null,
        };
        fake.commands = COMMANDS.map((command) => ({
          ...returned,
          ...command,
          contexts: [...(command.contexts ?? [])].reverse(),
        })).reverse();
      },
    });
    expect(JSON.parse(announced[0] ?? "")).toMatchObject({ registered: false });
    expect(discord.requests.all.filter(({ method }) => method === "PUT")).toEqual([]);
  });

  test("registers anew where a description differs", async () => {
    const { announced } = await runBot({
      before: (fake) => {
        fake.commands = COMMANDS.map((command) => ({ ...command, description: "old" }));
      },
    });
    expect(JSON.parse(announced[0] ?? "")).toMatchObject({ registered: true });
  });
});

describe("what can go wrong at login", () => {
  const faults: [string, (discord: FakeDiscord) => void, RegExp][] = [
    ["401", (discord) => discord.fail({ path: GATEWAY_BOT, status: 401 }), /does not accept the token/],
    ["gateway close 4004", (discord) => (discord.gateway.misbehave = 4004), /does not accept the token/],
    ["gateway close 4014", (discord) => (discord.gateway.misbehave = 4014), /intents/],
    ["403", (discord) => discord.fail({ path: GATEWAY_BOT, status: 403 }), /403/],
    ["500", (discord) => discord.fail({ path: GATEWAY_BOT, status: 500 }), /500/],
    [
      "429 for long",
      (discord) => discord.fail({ path: GATEWAY_BOT, status: 429, headers: { "retry-after": "900" } }),
      /limits this bot/,
    ],
    ["no answer", (discord) => discord.fail({ path: GATEWAY_BOT, status: "hang" }), /did not answer within/],
    ["a silent gateway", (discord) => (discord.gateway.misbehave = "silence"), /did not answer within/],
    ["403 for the commands", (discord) => discord.fail({ path: /commands$/, status: 403 }), /403/],
    [
      "no answer for the commands",
      (discord) => discord.fail({ path: /commands$/, status: "hang" }),
      /did not answer within/,
    ],
  ];

  test.each(faults)("%s", async (_name, before, message) => {
    const discord = await fakeDiscordForTest();
    before(discord);
    const error = await failingStart(discord.api, discord.token);
    expect(error).toMatchObject({ code: "discord", remedy: expect.stringMatching(/\w/) as string });
    expect(error.message).toMatch(message);
    expect(JSON.stringify([error.message, error.remedy, error.data])).not.toContain(discord.token);
  });

  test("a wrong token", async () => {
    const discord = await fakeDiscordForTest();
    expect((await failingStart(discord.api, "wrong")).message).toMatch(/does not accept the token/);
  });

  test("a token that no HTTP header can hold", async () => {
    const discord = await fakeDiscordForTest();
    expect((await failingStart(discord.api, "жетон")).message).toMatch(/characters that no token has/);
  });

  test("nobody there", async () => {
    const discord = await fakeDiscordForTest();
    expect((await failingStart(discord.api.replace(/:\d+/, ":1"), "any")).message).toMatch(/ECONNREFUSED/);
  });

  test("a 429 that is soon over delays the start and does not fail it", async () => {
    const fault = { path: GATEWAY_BOT, status: 429, headers: { "retry-after": "0.01" }, times: 1 };
    const { announced } = await runBot({ before: (discord) => discord.fail(fault) });
    expect(announced).toHaveLength(1);
  });
});

describe("while running", () => {
  test("resumes a dropped connection and answers what was sent meanwhile", async () => {
    const { discord } = await runBot();
    await discord.gateway.frame(2);
    discord.gateway.drop();
    const interaction = sendCommand(discord, "ask", { question: "Will the United States invade Cuba?" });
    await discord.gateway.frame(6);
    expect(textsOf(await replyTo(discord, interaction)).join()).toContain("no military intervention in Cuba");
  });

  test("resumes when told to reconnect, and when told that the session can be resumed", async () => {
    const { discord } = await runBot();
    discord.gateway.send({ op: 7, d: null });
    await discord.gateway.frame(6);
    discord.gateway.send({ op: 9, d: true });
    await discord.gateway.frame(6);
  });

  test("an event that is delivered twice, and incomplete, is answered once", async () => {
    const { discord } = await runBot();
    const interaction = sendCommand(discord, "ask", { question: "Any intervention?" });
    await replyTo(discord, interaction);
    discord.gateway.dispatch("INTERACTION_CREATE", {
      id: interaction.id,
      token: interaction.token,
      application_id: discord.application,
      type: 2,
      data: { id: "1", name: "ask", type: 1, options: [{ type: 3, name: "question", value: "again" }] },
      user: { id: "5", username: "reader" },
    });
    await replyTo(discord, sendCommand(discord, "ask", { question: "Any intervention?" }));
    const callbacks = discord.requests.all.filter(({ path }) => path.includes(interaction.id));
    expect(callbacks).toHaveLength(1);
  });

  test("tells when Discord has ended it for good", async () => {
    const { bot, discord } = await runBot();
    discord.gateway.close(4004);
    expect(await bot.ended).toMatchObject({ code: "discord" });
  });

  test("finishes what is in flight when stopped, takes nothing new, and stops once", async () => {
    const gate = createGate();
    const asked = createGate();
    const answer = quothUnderTest().ask;
    const { bot, discord } = await runBot({
      quoth: {
        async ask(question) {
          asked.open();
          await gate.passed;
          return answer(question);
        },
      },
    });
    const early = sendCommand(discord, "ask", { question: "Any intervention?" });
    await asked.passed;
    const stopping = bot.stop();
    const late = sendCommand(discord, "ask", { question: "Any intervention?" });
    expect(textsOf(await replyTo(discord, late)).join()).toContain("being restarted");
    gate.open();
    await stopping;
    expect(textsOf(await replyTo(discord, early)).join()).toContain("no military intervention");
    expect(await bot.ended).toBeUndefined();
    await bot.stop();
  });
});

/** Starts a bot that cannot start, and gives the error. */
async function failingStart(api: string, token: string): Promise<QuothError> {
  const started = startBot({
    source: quothUnderTest(),
    store: createMemorySettings(),
    counters: createMemoryCounters(DEFAULT_RATE_LIMITS),
    settings: { token, api, shards: "auto" },
    log: pino({ level: "silent" }),
    announce: () => undefined,
    connectTimeoutMs: 300,
  });
  const error: unknown = await started.then(
    () => new Error("it started"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof QuothError)) throw error;
  return error;
}
