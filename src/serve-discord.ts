import { parse } from "dotenv";
import { readFile } from "node:fs/promises";
import { pino } from "pino";
import { createMetrics } from "./adapters/metrics/create-metrics.js";
import { serveMetrics } from "./adapters/metrics/serve-metrics.js";
import type { Io } from "./cli/io.js";
import { parseDiscordSettings } from "./discord/settings.js";
import { startBot } from "./discord/start-bot.js";
import { openStores } from "./open-stores.js";
import type { OpenedQuoth } from "./quoth.js";

/** Runs the bot until a signal or Discord ends it. Throws a QuothError `settings`, `database` or `discord`. */
export async function serveDiscord(quoth: OpenedQuoth, io: Pick<Io, "out" | "env">): Promise<void> {
  const settings = parseDiscordSettings({ ...(await readDotEnv()), ...io.env });
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  const closing: (() => Promise<void>)[] = [];
  const log = pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true }));
  try {
    const metrics = createMetrics();
    let isServing = false;
    if (settings.metrics) {
      const isReady = (): boolean => isServing && !stopped.signal.aborted && metrics.shardsUp() > 0;
      const probes = { isReady, metrics: metrics.text, contentType: metrics.contentType };
      const server = await serveMetrics(settings.metrics, probes);
      closing.push(() => server.close());
    }
    const { store, feedback, counters, close } = await openStores(settings, log);
    closing.push(close);
    const signalled = new Promise<undefined>((resolve) => {
      if (stopped.signal.aborted) resolve(undefined);
      stopped.signal.addEventListener("abort", () => resolve(undefined));
    });
    // The index is built before the bot is ready, so that nobody's question waits for it.
    const preparing = quoth.prepare();
    preparing.catch(() => undefined);
    if (!(await Promise.race([preparing, signalled]))) return;
    const starting = startBot({
      source: quoth,
      store,
      feedback: settings.feedback ? feedback : undefined,
      counters,
      settings,
      logWords: settings.logWords,
      observer: metrics,
      log,
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
