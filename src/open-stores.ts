import path from "node:path";
import type { Logger } from "pino";
import { createMemoryCounters } from "./adapters/rate-limits/create-memory-counters.js";
import type { FeedbackStore } from "./discord/feedback-store.js";
import { failureFields } from "./discord/failure-fields.js";
import { DEFAULT_RATE_LIMITS, type RateCounters } from "./discord/rate-limit.js";
import type { SettingsStore } from "./discord/settings-store.js";
import type { OperatorSettings } from "./discord/settings.js";

/** Where the bot keeps what servers choose, unless QUOTH_DATABASE or QUOTH_DATABASE_URL says otherwise. */
const DATABASE = path.join("data", "quoth.sqlite");

interface Stores {
  readonly store: SettingsStore;
  /** There whether or not it is switched on. */
  readonly feedback: FeedbackStore;
  readonly counters: RateCounters;
  close(): Promise<void>;
}

/**
 * Opens what the operator has chosen to keep settings and counts in: a file and memory, or PostgreSQL and Redis. Only
 * the libraries of what was chosen are loaded.
 * @throws QuothError `database` where one of them cannot be used.
 */
export async function openStores(
  { database, redis }: Pick<OperatorSettings, "database" | "redis">,
  log: Logger,
): Promise<Stores> {
  const kept = database.kind === "postgres" ? await openServer(database.url, log) : await openFile(database);
  try {
    const counting = redis === undefined ? countHere() : await countThere(redis, log);
    return {
      store: kept.store,
      feedback: kept.feedback,
      counters: counting.counters,
      async close() {
        await counting.close();
        await kept.store.close();
      },
    };
  } catch (error) {
    await kept.store.close();
    throw error;
  }
}

async function openFile({ file = DATABASE }: { readonly file?: string }) {
  const { openDatabase } = await import("./adapters/sqlite/open-database.js");
  const { createSqliteSettings } = await import("./adapters/sqlite/create-sqlite-settings.js");
  const { createSqliteFeedback } = await import("./adapters/sqlite/create-sqlite-feedback.js");
  const opened = openDatabase(file);
  return { store: createSqliteSettings(opened), feedback: createSqliteFeedback(opened) };
}

async function openServer(url: string, log: Logger) {
  const { openPostgres } = await import("./adapters/postgres/open-postgres.js");
  const { createPostgresSettings } = await import("./adapters/postgres/create-postgres-settings.js");
  const { createPostgresFeedback } = await import("./adapters/postgres/create-postgres-feedback.js");
  const opened = await openPostgres(url, (error) =>
    log.warn(failureFields(error), "a connection to the database broke"),
  );
  return { store: createPostgresSettings(opened), feedback: createPostgresFeedback(opened) };
}

function countHere() {
  return { counters: createMemoryCounters(DEFAULT_RATE_LIMITS), close: () => Promise.resolve() };
}

async function countThere(url: string, log: Logger) {
  const { openRedis } = await import("./adapters/redis/open-redis.js");
  const { createRedisCounters } = await import("./adapters/rate-limits/create-redis-counters.js");
  const { client, close } = await openRedis(url, {
    onLost: (error) => log.warn(failureFields(error), "Redis is away: every process counts for itself"),
    onBack: () => log.info("Redis is back"),
  });
  return { counters: createRedisCounters(DEFAULT_RATE_LIMITS, client), close };
}
