import { parse } from "dotenv";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pino } from "pino";
import { createMetrics } from "./adapters/metrics/create-metrics.js";
import { serveMetrics } from "./adapters/metrics/serve-metrics.js";
import { createMemoryCounters } from "./adapters/rate-limits/create-memory-counters.js";
import { createSqliteFeedback } from "./adapters/sqlite/create-sqlite-feedback.js";
import { createSqliteSettings } from "./adapters/sqlite/create-sqlite-settings.js";
import { openDatabase } from "./adapters/sqlite/open-database.js";
import type { Io } from "./cli/io.js";
import { DEFAULT_RATE_LIMITS } from "./discord/rate-limit.js";
import { parseDiscordSettings } from "./discord/settings.js";
import { startBot } from "./discord/start-bot.js";
import type { OpenedQuoth } from "./quoth.js";

/** Where the bot keeps what servers choose, unless QUOTH_DATABASE says otherwise. */
const DATABASE = path.join("data", "quoth.sqlite");

/** Runs the bot until a signal or Discord ends it. Throws a QuothError `settings` or `discord`. */
export async function serveDiscord(quoth: OpenedQuoth, io: Pick<Io, "out" | "env">): Promise<void> {
  const settings = parseDiscordSettings({ ...(await readDotEnv()), ...io.env });
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  const closing: (() => Promise<void>)[] = [];
  try {
    const metrics = createMetrics();
    let isServing = false;
    if (settings.metrics) {
      const isReady = (): boolean => isServing && !stopped.signal.aborted && metrics.shardsUp() > 0;
      const probes = { isReady, metrics: metrics.text, contentType: metrics.contentType };
      const server = await serveMetrics(settings.metrics, probes);
      closing.push(() => server.close());
    }
    const database = openDatabase(settings.database ?? DATABASE);
    const store = createSqliteSettings(database);
    closing.push(() => store.close());
    // The index is built before the bot is ready, so that nobody's question waits for it.
    await quoth.prepare();
    const signalled = new Promise<undefined>((resolve) =>
      stopped.signal.addEventListener("abort", () => resolve(undefined)),
    );
    if (stopped.signal.aborted) return;
    const starting = startBot({
      source: quoth,
      store,
      feedback: settings.feedback ? createSqliteFeedback(database) : undefined,
      counters: createMemoryCounters(DEFAULT_RATE_LIMITS),
      settings,
      logWords: settings.logWords,
      observer: metrics,
      log: pino({ level: io.env["QUOTH_LOG_LEVEL"] ?? "info" }, pino.destination({ dest: 2, sync: true })),
      announce: (line) => io.out(`${line}\n`),
    });
    const bot = await Promise.race([starting, signalled]);
    if (!bot) {
      starting.then((late) => late.stop()).catch(() => undefined);
      return;
    }
    isServing = true;
    const reason = await Promise.race([bot.ended, signalled]);
    await bot.stop();
    if (reason) throw reason;
  } finally {
    process.off("SIGTERM", stop);
    process.off("SIGINT", stop);
    for (const close of closing.reverse()) await close();
  }
}

async function readDotEnv(): Promise<Record<string, string>> {
  return readFile(".env", "utf8").then(parse, () => ({}));
}
