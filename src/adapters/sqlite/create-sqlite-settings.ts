import type { Database } from "better-sqlite3";
import { type SettingsStore, serverSettingsSchema } from "../../discord/settings-store.js";

/** Settings in the bot's database, which is closed with the store. A row that cannot be read counts as none. */
export function createSqliteSettings(database: Database): SettingsStore {
  const select = database.prepare<[string], { settings: string }>(
    "SELECT settings FROM server_settings WHERE server = ?",
  );
  const upsert = database.prepare(
    "INSERT INTO server_settings (server, settings) VALUES (?, ?) ON CONFLICT (server) DO UPDATE SET settings = excluded.settings",
  );
  const remove = database.prepare("DELETE FROM server_settings WHERE server = ?");
  const list = database.prepare<[], { server: string }>("SELECT server FROM server_settings ORDER BY server");
  return {
    async get(server) {
      const row = select.get(server);
      if (!row) return undefined;
      const parsed = serverSettingsSchema.safeParse(parseJson(row.settings));
      return parsed.success ? parsed.data : undefined;
    },

    async set(server, settings) {
      upsert.run(server, JSON.stringify(settings));
    },

    async forget(server) {
      remove.run(server);
    },

    async servers() {
      return list.all().map(({ server }) => server);
    },

    async close() {
      database.close();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
