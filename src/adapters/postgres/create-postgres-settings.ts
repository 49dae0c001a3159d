import type { QueryResultRow } from "pg";
import { type SettingsStore, serverSettingsSchema } from "../../discord/settings-store.js";
import { type OpenedPostgres, timed } from "./open-postgres.js";
import { outOfReach } from "./postgres-problem.js";

/**
 * Settings in PostgreSQL, for several processes or machines; its connections are closed with the store. A row that cannot be
 * read counts as none. Every function throws a QuothError `database` where the database fails.
 */
export function createPostgresSettings({ pool, close }: OpenedPostgres): SettingsStore {
  async function ask<Row extends QueryResultRow>(
    text: string,
    ...values: readonly string[]
  ): Promise<readonly Row[]> {
    try {
      return (await pool.query<Row>(timed(text, values))).rows;
    } catch (error) {
      throw outOfReach(error);
    }
  }
  return {
    async get(server) {
      const [row] = await ask<{ settings: unknown }>(
        "SELECT settings FROM quoth.server_settings WHERE server = $1",
        server,
      );
      if (!row) return undefined;
      const parsed = serverSettingsSchema.safeParse(row.settings);
      return parsed.success ? parsed.data : undefined;
    },

    async set(server, settings) {
      await ask(
        "INSERT INTO quoth.server_settings VALUES ($1, $2) ON CONFLICT (server) DO UPDATE SET settings = excluded.settings",
        server,
        JSON.stringify(settings),
      );
    },

    async forget(server) {
      await ask("DELETE FROM quoth.server_settings WHERE server = $1", server);
    },

    async servers() {
      const rows = await ask<{ server: string }>("SELECT server FROM quoth.server_settings ORDER BY server");
      return rows.map(({ server }) => server);
    },

    close,
  };
}
