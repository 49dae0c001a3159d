import type { Logger } from "pino";
import { failureFields } from "./failure-fields.js";
import type { Place } from "./place.js";
import { DEFAULT_SERVER_SETTINGS, type ServerSettings, type SettingsStore } from "./settings-store.js";
import { LATE, within } from "./within.js";

/** Discord waits three seconds for a first response, and whether that is private is settled by the settings. */
const PATIENCE_MS = 300;
/** Servers whose settings are remembered; those that were longest unused are forgotten first. */
const SERVERS_AT_MOST = 10_000;

/** The settings that hold in a place; never fails, and is never late. */
export type RecallSettings = (place: Place) => Promise<ServerSettings>;

/**
 * Reads settings from the store every time, so that what another process or machine has changed holds at once. Where
 * the store fails or is late, what it last said holds; where it has said nothing yet, the defaults.
 */
export function createRecallSettings(
  store: Pick<SettingsStore, "get">,
  log: Logger,
  patienceMs = PATIENCE_MS,
): RecallSettings {
  const known = new Map<string, ServerSettings>();

  function remember(server: string, settings: ServerSettings | undefined): void {
    known.delete(server);
    if (settings) known.set(server, settings);
    for (const oldest of known.keys()) {
      if (known.size <= SERVERS_AT_MOST) break;
      known.delete(oldest);
    }
  }

  async function read(server: string): Promise<ServerSettings> {
    const settings = await store.get(server);
    remember(server, settings);
    return settings ?? DEFAULT_SERVER_SETTINGS;
  }

  return async ({ server }) => {
    if (server === undefined) return DEFAULT_SERVER_SETTINGS;
    const reading = read(server).catch((error: unknown) => {
      log.warn(failureFields(error), "the settings cannot be read");
      return undefined;
    });
    const settings = await within(patienceMs, reading);
    if (settings === LATE) log.warn({ patienceMs }, "the settings are late");
    return settings === LATE || settings === undefined
      ? (known.get(server) ?? DEFAULT_SERVER_SETTINGS)
      : settings;
  };
}
