import { Socket } from "node:net";
import { Pool } from "pg";
import { within } from "../../discord/within.js";
import { migratePostgres } from "./migrate-postgres.js";
import { postgresProblem } from "./postgres-problem.js";

/** Look-ups of one row by its key: more connections than this would only wait for each other. */
const CONNECTIONS_AT_MOST = 5;
/** How long a connection, and a statement, may take; whoever asks for settings waits for less. */
const TIMEOUT_MS = 5_000;
/** How long saying goodbye may take: a server that is stuck never answers. */
const CLOSE_TIMEOUT_MS = 1_000;

export interface OpenedPostgres {
  readonly pool: Pool;
  /** Calling it again changes nothing. */
  close(): Promise<void>;
}

/**
 * Opens the bot's PostgreSQL database at the newest form. Connections that are lost are made anew at the next request;
 * `onTrouble` is told of each that breaks while nobody uses it.
 * @throws QuothError `database`, without anything secret in it.
 */
export async function openPostgres(url: string, onTrouble: (error: Error) => void): Promise<OpenedPostgres> {
  const sockets = new Set<Socket>();
  let pool: Pool | undefined;
  let closed: Promise<void> | undefined;
  async function leave(): Promise<void> {
    await within(CLOSE_TIMEOUT_MS, pool?.end() ?? Promise.resolve());
    for (const socket of sockets) socket.destroy();
  }
  const close = (): Promise<void> => (closed ??= leave());
  try {
    pool = new Pool({
      connectionString: url,
      max: CONNECTIONS_AT_MOST,
      connectionTimeoutMillis: TIMEOUT_MS,
      keepAlive: true,
      application_name: "quoth",
      stream: () => {
        const socket = new Socket();
        sockets.add(socket);
        socket.once("close", () => sockets.delete(socket));
        return socket;
      },
    });
    pool.on("error", onTrouble);
    await migratePostgres(pool);
    return { pool, close };
  } catch (error) {
    await close();
    throw postgresProblem(error, url);
  }
}

/** A statement that is not answered in time fails, and its connection with it. */
export function timed(text: string, values: readonly unknown[] = []) {
  return { text, values: [...values], query_timeout: TIMEOUT_MS };
}
