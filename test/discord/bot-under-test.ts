import { pino } from "pino";
import { onTestFinished } from "vitest";
import { createMemorySettings } from "../../src/adapters/memory/create-memory-settings.js";
import { createMemoryCounters } from "../../src/adapters/rate-limits/create-memory-counters.js";
import { DEFAULT_RATE_LIMITS, type RateLimits } from "../../src/discord/rate-limit.js";
import type { Shards } from "../../src/discord/parse-shards.js";
import type { SettingsStore } from "../../src/discord/settings-store.js";
import type { Source } from "../../src/discord/source.js";
import { type Bot, type BotOptions, startBot } from "../../src/discord/start-bot.js";
import { type FakeDiscord, startFakeDiscord } from "./fake-discord/start-fake-discord.js";
import { quothUnderTest } from "./quoth-under-test.js";

interface RunningBot {
  readonly bot: Bot;
  readonly discord: FakeDiscord;
  /** Lines for stdout. */
  readonly announced: readonly string[];
  /** Everything that was logged, as text. */
  readonly logged: () => string;
  readonly store: SettingsStore;
}

interface Overrides extends Partial<BotOptions> {
  readonly quoth?: Partial<Source>;
  readonly limits?: Partial<RateLimits>;
  readonly guilds?: readonly Record<string, unknown>[];
  /** Sets the fake up before the bot logs in. */
  readonly before?: (discord: FakeDiscord) => void;
  /** Puts into the store what is there already when the bot starts. */
  readonly prepare?: (store: SettingsStore) => Promise<void>;
  readonly shards?: Shards;
}

/** The bot, logged in to a Discord of its own; both are closed after the test, which fails on any violation. */
export async function runBot({
  quoth,
  before,
  prepare,
  limits,
  guilds,
  shards = "auto",
  ...overrides
}: Overrides = {}): Promise<RunningBot> {
  const discord = await fakeDiscordForTest(guilds);
  before?.(discord);
  const announced: string[] = [];
  let log = "";
  const store = overrides.store ?? createMemorySettings();
  await prepare?.(store);
  const bot = await startBot({
    source: { ...quothUnderTest(), ...quoth },
    store,
    counters: createMemoryCounters({ ...DEFAULT_RATE_LIMITS, ...limits }),
    settings: { token: discord.token, api: discord.api, shards },
    log: pino({ level: "debug" }, { write: (line: string) => void (log += line) }),
    announce: (line) => void announced.push(line),
    ...overrides,
  });
  onTestFinished(async () => {
    await bot.stop();
    if (discord.violations.length > 0) throw new Error(discord.violations.join("\n"));
    if (log.includes(discord.token)) throw new Error("the token was logged");
  });
  return { bot, discord, announced, logged: () => log, store };
}

/** A Discord on loopback, closed after the test. */
export async function fakeDiscordForTest(
  guilds: readonly Record<string, unknown>[] = [],
): Promise<FakeDiscord> {
  const discord = await startFakeDiscord(guilds);
  onTestFinished(() => discord.close());
  return discord;
}
