import { pino } from "pino";
import { onTestFinished } from "vitest";
import type { Quoth } from "../../src/conversation/quoth.js";
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
}

interface Overrides extends Partial<Omit<BotOptions, "quoth">> {
  readonly quoth?: Partial<Quoth>;
  /** Sets the fake up before the bot logs in. */
  readonly before?: (discord: FakeDiscord) => void;
}

/** The bot, logged in to a Discord of its own; both are closed after the test, which fails on any violation. */
export async function runBot({ quoth, before, ...overrides }: Overrides = {}): Promise<RunningBot> {
  const discord = await fakeDiscordForTest();
  before?.(discord);
  const announced: string[] = [];
  let log = "";
  const bot = await startBot({
    quoth: { ...quothUnderTest(), ...quoth },
    settings: { token: discord.token, api: discord.api },
    log: pino({ level: "debug" }, { write: (line: string) => void (log += line) }),
    announce: (line) => void announced.push(line),
    ...overrides,
  });
  onTestFinished(async () => {
    await bot.stop();
    if (discord.violations.length > 0) throw new Error(discord.violations.join("\n"));
    if (log.includes(discord.token)) throw new Error("the token was logged");
  });
  return { bot, discord, announced, logged: () => log };
}

/** A Discord on loopback, closed after the test. */
export async function fakeDiscordForTest(): Promise<FakeDiscord> {
  const discord = await startFakeDiscord();
  onTestFinished(() => discord.close());
  return discord;
}
