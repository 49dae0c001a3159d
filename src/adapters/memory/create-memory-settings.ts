import type { ServerSettings, SettingsStore } from "../../discord/settings-store.js";

/** Settings that last as long as the process. */
export function createMemorySettings(): SettingsStore {
  const servers = new Map<string, ServerSettings>();
  return {
    get: (server) => Promise.resolve(servers.get(server)),
    set: (server, settings) => Promise.resolve(void servers.set(server, structuredClone(settings))),
    forget: (server) => Promise.resolve(void servers.delete(server)),
    servers: () => Promise.resolve([...servers.keys()]),
    close: () => Promise.resolve(),
  };
}
