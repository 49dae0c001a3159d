import { parse } from "dotenv";
import { readFile } from "node:fs/promises";
import { pino } from "pino";
import type { Io } from "./cli/io.js";
import { parseDiscordSettings } from "./discord/settings.js";
import { startBot } from "./discord/start-bot.js";
import type { OpenedQuoth } from "./quoth.js";

/** Runs the bot until a signal or Discord ends it. Throws a QuothError `settings` or `discord`. */
export async function serveDiscord(quoth: OpenedQuoth, io: Pick<Io, "out" | "env">): Promise<void> {
  const settings = parseDiscordSettings({ ...(await readDotEnv()), ...io.env });
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  try {
    // The index is built before the bot is ready, so that nobody's question waits for it.
    await quoth.prepare();
    const signalled = new Promise<undefined>((resolve) =>
      stopped.signal.addEventListener("abort", () => resolve(undefined)),
    );
    if (stopped.signal.aborted) return;
    const log = pino(
      { level: io.env["QUOTH_LOG_LEVEL"] ?? "info" },
      pino.destination({ dest: 2, sync: true }),
    );
    const starting = startBot({ quoth, settings, log, announce: (line) => io.out(`${line}\n`) });
    const bot = await Promise.race([starting, signalled]);
    if (!bot) {
      starting.then((late) => late.stop()).catch(() => undefined);
      return;
    }
    const reason = await Promise.race([bot.ended, signalled]);
    await bot.stop();
    if (reason) throw reason;
  } finally {
    process.off("SIGTERM", stop);
    process.off("SIGINT", stop);
  }
}

async function readDotEnv(): Promise<Record<string, string>> {
  return readFile(".env", "utf8").then(parse, () => ({}));
}
