import { describe, expect, test } from "vitest";
import { runBot } from "./bot-under-test.js";
import type { MessageBody } from "./fake-discord/check-message.js";
import { messageIn, replyTo, sendCommand, sendMessage, textsOf } from "./fake-discord/dispatch-events.js";
import type { FakeDiscord } from "./fake-discord/start-fake-discord.js";
import { quothUnderTest } from "./quoth-under-test.js";

const EPHEMERAL = 1 << 6;
const QUESTION = "Any intervention?";
const GUILD = "123456789012345678";
const MANAGER = { guild: GUILD, permissions: String(0x20) };
const summary = quothUnderTest()
  .works()
  .map((work) => ({
    ...work,
    witnesses: ["first", "second"].map((siglum) => ({ siglum, editor: "E", file: "f", sha256: "0" })),
  }));

function plain(message: MessageBody): string {
  return textsOf(message).join("\n").replaceAll("\\", "");
}

function settings(discord: FakeDiscord, options: Record<string, string | boolean>, more: object = MANAGER) {
  return replyTo(discord, sendCommand(discord, "settings", options, more));
}

describe("/settings", () => {
  test("is for those who manage the server", async () => {
    const { discord, store } = await runBot();
    expect(plain(await settings(discord, { private: true }, { guild: GUILD }))).toContain(
      "Only those who manage",
    );
    expect(plain(await settings(discord, { private: true }, { inGuild: false }))).toContain(
      "Only those who manage",
    );
    expect(await store.servers()).toEqual([]);
  });

  test("private answers: for the asker alone, unless they say otherwise", async () => {
    const { discord } = await runBot();
    expect(plain(await settings(discord, { private: true }))).toContain("for the asker alone");
    const ask = (options: object, guild: string) =>
      replyTo(discord, sendCommand(discord, "ask", { question: QUESTION, ...options }, { guild }));
    expect((await ask({}, GUILD)).flags).toBe(EPHEMERAL | (1 << 15));
    expect((await ask({ private: false }, GUILD)).flags).toBe(1 << 15);
    expect((await ask({}, "223456789012345678")).flags).toBe(1 << 15);
  });

  test("mentions: nowhere, or in the channels that are named", async () => {
    const { discord } = await runBot();
    const [here, there] = ["323456789012345678", "423456789012345678"];
    const mention = (channel: string, guild = GUILD) =>
      sendMessage(discord, `<@${discord.self}> ${QUESTION}`, { mentions: [discord.self], guild, channel });
    expect(plain(await settings(discord, { "answer-in": here }))).toContain(`<#${here}>`);
    mention(there);
    mention(here);
    expect(plain(await messageIn(discord, here))).toContain("intervention");
    await settings(discord, { mentions: "nowhere" });
    mention(here);
    const elsewhere = mention("523456789012345678", "623456789012345678");
    await messageIn(discord, elsewhere.channel);
    expect(
      discord.requests.all.filter(({ path }) => path.includes(there) || path.includes(here)),
    ).toHaveLength(1);
    expect(plain(await settings(discord, { "not-in": here }))).toContain("nowhere");
    await settings(discord, { mentions: "everywhere" });
    expect(plain(await settings(discord, { "not-in": here }))).toContain("no channel can be taken out");
  });

  test("work and edition narrow what is asked, and unknown ones are refused", async () => {
    const scopes: unknown[] = [];
    const { ask } = quothUnderTest();
    const { discord } = await runBot({
      quoth: {
        works: () => summary,
        ask: (question, scope) => {
          scopes.push(scope);
          return ask(question);
        },
      },
    });
    await settings(discord, { work: "JFK-1961-04-18", edition: "second" });
    await replyTo(discord, sendCommand(discord, "ask", { question: QUESTION }, { guild: GUILD }));
    expect(scopes).toEqual([{ prefer: "jfk-1961-04-18", witness: "second" }]);
    expect(plain(await settings(discord, { edition: "third" }))).toContain("first, second");
  });

  test("shows what holds, and goes back to the defaults", async () => {
    const { discord, store } = await runBot();
    await settings(discord, { private: true });
    expect(plain(await settings(discord, {}))).toContain("for the asker alone");
    expect(plain(await settings(discord, { reset: true }))).toContain("for everybody");
    expect(await store.servers()).toEqual([]);
  });

  test("a store that fails stands in nobody's way", async () => {
    const broken = () => Promise.reject(new Error("down"));
    const store = {
      get: broken,
      set: broken,
      forget: broken,
      servers: broken,
      close: () => Promise.resolve(),
    };
    const { discord, logged } = await runBot({ store });
    expect(plain(await replyTo(discord, sendCommand(discord, "ask", { question: QUESTION })))).toContain(
      "intervention",
    );
    expect(logged()).toContain("settings cannot be read");
  });
});

describe("a server that the bot is removed from", () => {
  const chosen = { privateAnswers: true, mentions: "nowhere" } as const;

  test("is forgotten; one that is merely down is not", async () => {
    const guilds = [{ id: GUILD }, { id: "223456789012345678" }];
    const { discord, store } = await runBot({ guilds });
    await store.set(GUILD, chosen);
    await store.set("223456789012345678", chosen);
    discord.gateway.dispatch("GUILD_DELETE", { id: GUILD });
    discord.gateway.dispatch("GUILD_DELETE", { id: "223456789012345678", unavailable: true });
    await replyTo(discord, sendCommand(discord, "ask", { question: QUESTION }));
    expect(await store.servers()).toEqual(["223456789012345678"]);
  });

  test("is forgotten at the next start where the bot was away", async () => {
    const { store } = await runBot();
    await store.set(GUILD, chosen);
    await store.set("223456789012345678", chosen);
    const { discord } = await runBot({ store, guilds: [{ id: GUILD }] });
    await replyTo(discord, sendCommand(discord, "ask", { question: QUESTION }));
    expect(await store.servers()).toEqual([GUILD]);
  });
});

describe("rate limits", () => {
  test.each(["channel", "server"] as const)("of a %s are counted over all of its users", async (scope) => {
    const { discord } = await runBot({ limits: { [scope]: { burst: 2, windowMs: 60_000 } } });
    const place = { guild: GUILD, channel: "323456789012345678" };
    const ask = () => replyTo(discord, sendCommand(discord, "ask", { question: QUESTION }, place));
    await ask();
    await ask();
    const refusal = await ask();
    expect(refusal.content).toContain(`in this ${scope}`);
    expect(refusal.flags).toBe(EPHEMERAL);
    const elsewhere = await replyTo(discord, sendCommand(discord, "ask", { question: QUESTION }));
    expect(plain(elsewhere)).toContain("intervention");
  });

  test("that cannot be counted let everybody through", async () => {
    const broken = { consume: () => Promise.reject(new Error("down")) };
    const { discord, logged } = await runBot({ counters: { user: broken, channel: broken, server: broken } });
    expect(plain(await replyTo(discord, sendCommand(discord, "ask", { question: QUESTION })))).toContain(
      "intervention",
    );
    expect(logged()).toContain("cannot be counted");
  });
});

test("what users write is logged only where the operator asks for it", async () => {
  const quiet = await runBot();
  await replyTo(quiet.discord, sendCommand(quiet.discord, "ask", { question: "Any secret intervention?" }));
  expect(quiet.logged()).not.toContain("secret");
  const talkative = await runBot({ logWords: true });
  await replyTo(
    talkative.discord,
    sendCommand(talkative.discord, "ask", { question: "Any secret intervention?" }),
  );
  await replyTo(talkative.discord, sendCommand(talkative.discord, "ask", { question: "Any intervention?" }));
  expect(talkative.logged()).toContain("secret");
});
