import { once } from "node:events";
import { type Client, type CloseEvent, Events } from "discord.js";
import { discordProblem, noAnswerWithin } from "./discord-problem.js";
import { GatewayClosed } from "./gateway-closed.js";
import { LATE, within } from "./within.js";

interface Connection {
  readonly user: string;
  readonly application: string;
}

/** Logs in and waits until the client is ready, or throws a QuothError `discord` within `timeoutMs`. */
export async function connectClient(client: Client, token: string, timeoutMs: number): Promise<Connection> {
  const abort = new AbortController();
  const { signal } = abort;
  const closed = once(client, Events.ShardDisconnect, { signal }).then(([event]: unknown[]) => {
    throw new GatewayClosed((event as CloseEvent).code);
  });
  const ready = once(client, Events.ClientReady, { signal });
  try {
    const login = Promise.all([client.login(token), ready]);
    const outcome = await within(timeoutMs, Promise.race([login, closed]));
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
