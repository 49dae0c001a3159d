import { once } from "node:events";
import { type Client, type CloseEvent, Events } from "discord.js";
import { discordProblem, noAnswerWithin } from "./discord-problem.js";
import { GatewayClosed } from "./gateway-closed.js";
import { LATE, within } from "./within.js";

interface Connection {
  readonly user: string;
  readonly application: string;
}

/**
 * Logs in and waits until the client is ready, or throws a QuothError `discord` when nothing has happened for
 * `timeoutMs`: Discord lets the connections of a bot with many of them begin some seconds apart.
 */
export async function connectClient(client: Client, token: string, timeoutMs: number): Promise<Connection> {
  const abort = new AbortController();
  const { signal } = abort;
  const closed = once(client, Events.ShardDisconnect, { signal }).then(([event]: unknown[]) => {
    throw new GatewayClosed((event as CloseEvent).code);
  });
  const ready = once(client, Events.ClientReady, { signal });
  try {
    const login = Promise.all([client.login(token), ready]);
    const outcome = await withProgress(client, timeoutMs, Promise.race([login, closed]));
    if (outcome === LATE || !client.isReady()) throw noAnswerWithin(timeoutMs);
    return { user: client.user.id, application: client.application.id };
  } catch (error) {
    throw discordProblem(error);
  } finally {
    closed.catch(() => undefined);
    ready.catch(() => undefined);
    abort.abort();
  }
}

/** `work`, or LATE where no shard has become ready for so long. */
async function withProgress<T>(
  client: Client,
  timeoutMs: number,
  work: Promise<T>,
): Promise<T | typeof LATE> {
  let shards = 0;
  const count = (): void => void (shards += 1);
  client.on(Events.ShardReady, count);
  try {
    for (let seen = -1; seen < shards;) {
      seen = shards;
      const outcome = await within(timeoutMs, work);
      if (outcome !== LATE) return outcome;
    }
    return LATE;
  } finally {
    client.off(Events.ShardReady, count);
  }
}
