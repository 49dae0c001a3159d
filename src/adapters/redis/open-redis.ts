import { Redis } from "ioredis";
import { redisProblem } from "./redis-problem.js";

/** How long the first connection may take. */
const CONNECT_TIMEOUT_MS = 5_000;
/** A count that takes longer is made in memory instead: Discord waits three seconds for everything together. */
const COMMAND_TIMEOUT_MS = 150;
/** Between attempts to connect again: at first, and at most. */
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 10_000;

interface RedisListener {
  /** Told once when the connection is lost, and once when it is back. */
  readonly onLost: (error: Error | undefined) => void;
  readonly onBack: () => void;
}

export interface OpenedRedis {
  readonly client: Redis;
  close(): Promise<void>;
}

/**
 * Connects to Redis. A connection that is lost is made again for as long as it takes; meanwhile every command fails at
 * once.
 * @throws QuothError `database`, without anything secret in it.
 */
export async function openRedis(url: string, { onLost, onBack }: RedisListener): Promise<OpenedRedis> {
  let isOpen = false;
  let isLost = false;
  let trouble = undefined as Error | undefined;
  const client = new Redis(url, {
    lazyConnect: true,
    connectionName: "quoth",
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResubscribe: false,
    // What is wrong at the start is told, not tried again.
    retryStrategy: (times) =>
      isOpen ? Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(times, 10)) : null,
  });
  client.on("error", (error: Error) => (trouble = error));
  client.on("close", () => {
    if (!isOpen || isLost) return;
    isLost = true;
    onLost(trouble);
  });
  client.on("ready", () => {
    if (isLost) onBack();
    isLost = false;
  });
  try {
    await client.connect();
    await client.ping();
    await requireRights(client);
    // A database that is not there is told by an event alone.
    if (trouble) throw trouble;
    isOpen = true;
  } catch (error) {
    client.disconnect();
    throw redisProblem(trouble ?? error, url);
  }
  return {
    client,
    async close() {
      isOpen = false;
      // Said goodbye to where it listens, else left.
      await client.quit().catch(() => client.disconnect());
    },
  };
}

/** A user who may connect may still not be allowed to count. */
async function requireRights(client: Redis): Promise<void> {
  await client.eval("return redis.call('pttl', KEYS[1])", 1, "quoth:probe");
}
