import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { replyTo, sendCommand, sendMessage, textsOf } from "../discord/fake-discord/dispatch-events.js";
import { type FakeDiscord, startFakeDiscord } from "../discord/fake-discord/start-fake-discord.js";
import { type BotProcess, startBotProcess } from "../soak/bot-process.js";
import { PASSWORD, asked, startPostgres } from "./start-postgres.js";
import { startRedis } from "./start-redis.js";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const QUESTION = { question: "Will the United States invade Cuba?" };
/** Servers of shard 0 and of shard 1, of two. */
const [EVEN = "", ODD = ""] = [100n, 101n].map((at) => String(at << 22n));

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let redis: Awaited<ReturnType<typeof startRedis>>;
beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
});
afterAll(async () => {
  await Promise.all([postgres.remove(), redis.remove()]);
});

/** Two processes that share servers, settings and counts, as two machines would. */
async function startBoth(url: string): Promise<{ discord: FakeDiscord; bots: readonly BotProcess[] }> {
  const discord = await startFakeDiscord([EVEN, ODD].map((id) => ({ id, name: "x", unavailable: true })));
  Object.assign(discord.gateway.limits, { shards: 2, maxConcurrency: 16 });
  onTestFinished(() => discord.close());
  const shared = { QUOTH_DATABASE_URL: url, QUOTH_REDIS_URL: redis.url };
  const bots = await Promise.all(
    ["0/2", "1/2"].map((shards) =>
      startBotProcess(discord, { settings: { ...shared, QUOTH_SHARDS: shards } }),
    ),
  );
  return { discord, bots };
}

test("two processes begin on one empty database, share settings and counts, and outlive both servers", async () => {
  const url = await postgres.database();
  const { discord, bots } = await startBoth(url);
  expect([...discord.gateway.identified].sort()).toEqual([
    [0, 2],
    [1, 2],
  ]);

  // Each serves its own servers.
  for (const guild of [EVEN, ODD]) {
    const reply = await replyTo(discord, sendCommand(discord, "ask", QUESTION, { guild }));
    expect(textsOf(reply).join()).toContain("no military intervention");
  }

  // What one keeps is in the database, and read each time.
  await replyTo(
    discord,
    sendCommand(
      discord,
      "settings",
      { private: true, mentions: "nowhere" },
      { guild: EVEN, permissions: "32" },
    ),
  );
  expect(await asked(url, "SELECT server FROM quoth.server_settings")).toEqual([{ server: EVEN }]);

  // A user's requests count together, whichever process they come to: 60 a minute.
  const user = "123456789012345678";
  for (let sent = 0; sent < 60; sent += 1) {
    const guild = sent % 2 === 0 ? EVEN : ODD;
    await replyTo(discord, sendCommand(discord, "about", {}, { guild, user }));
  }
  const over = await replyTo(discord, sendCommand(discord, "about", {}, { guild: ODD, user }));
  expect(textsOf(over).join()).toMatch(/Please ask again in \d+ s/);

  // Both servers go away: what was chosen last still holds, what is asked is answered, what is chosen is not lost silently.
  await postgres.stop("SIGINT");
  await redis.stop();
  const asking = sendCommand(discord, "ask", QUESTION, { guild: EVEN });
  const callback = await discord.requests.next("POST", `/interactions/${asking.id}/${asking.token}/callback`);
  expect(callback.body).toMatchObject({ data: { flags: 0x8000 | 64 } });
  sendMessage(discord, `<@${discord.self}> Cuba?`, { guild: EVEN, mentions: [discord.self] });
  const choosing = sendCommand(discord, "settings", { private: false }, { guild: EVEN, permissions: "32" });
  expect(textsOf(await replyTo(discord, choosing)).join()).toMatch(/out of reach just now.*try again/);

  // They come back: nothing has to be started anew.
  await postgres.start();
  await redis.start();
  await replyTo(
    discord,
    sendCommand(discord, "settings", { reset: true }, { guild: EVEN, permissions: "32" }),
  );
  expect(await asked(url, "SELECT server FROM quoth.server_settings")).toEqual([]);

  // And stuck, they keep neither process from ending.
  postgres.freeze();
  redis.freeze();
  const ends = await Promise.all(bots.map((bot) => bot.stop()));
  postgres.thaw();
  redis.thaw();
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  expect(discord.requests.all.filter(({ path }) => path.startsWith("/channels/"))).toEqual([]);
  expect(bots[0]?.log()).toContain("the settings cannot be read");
  for (const bot of bots) {
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), discord.token])
      expect(bot.log()).not.toContain(secret);
  }
  expect(discord.violations).toEqual([]);
});

test.each([
  [
    "QUOTH_DATABASE_URL",
    "postgres://quoth:geheim@127.0.0.1:1/quoth",
    4,
    /The database at 127\.0\.0\.1:1 cannot be reached/,
  ],
  ["QUOTH_REDIS_URL", "redis://:geheim@127.0.0.1:1", 4, /Redis at 127\.0\.0\.1:1 cannot be reached/],
  [
    "QUOTH_DATABASE_URL",
    "mysql://quoth:geheim@127.0.0.1/quoth",
    2,
    /QUOTH_DATABASE_URL cannot be understood/,
  ],
  ["QUOTH_REDIS_URL", "127.0.0.1:geheim", 2, /QUOTH_REDIS_URL cannot be understood/],
])("%s=%s ends the program with code %i, a remedy and no secret", async (name, value, code, message) => {
  const discord = await startFakeDiscord();
  onTestFinished(() => discord.close());
  const child = spawn(process.execPath, [MAIN, "bot"], {
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.token,
      QUOTH_DISCORD_API: discord.api,
      QUOTH_DATABASE: ":memory:",
      [name]: value,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (data: Buffer) => (said += data.toString()));
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  expect(await once(child, "exit")).toEqual([code, null]);
  expect(said).toMatch(message);
  expect(said).not.toMatch(/geheim| at .*\.js:\d+/);
});
