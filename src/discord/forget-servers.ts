import type { Logger } from "pino";
import { z } from "zod";
import { failureFields } from "./failure-fields.js";
import type { SettingsStore } from "./settings-store.js";

const left = z.object({ id: z.string(), unavailable: z.boolean().optional() });
const ready = z.object({
  guilds: z.array(z.object({ id: z.string() })),
  shard: z.tuple([z.number().int(), z.number().int().positive()]).default([0, 1]),
});

interface ForgetServers {
  /** The `d` of a GUILD_DELETE: an outage says the same of a server, but with a mark. */
  onLeft(data: unknown): void;
  /** The `d` of a READY: servers that the bot was removed from while it was away are not among its servers. */
  onReady(data: unknown): void;
}

/** Forgets what was chosen in servers that the bot is in no more. */
export function createForgetServers(store: SettingsStore, log: Logger): ForgetServers {
  const guarded = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => log.error(failureFields(error), "a server could not be forgotten"));
  };
  return {
    onLeft(data) {
      const parsed = left.safeParse(data);
      if (parsed.success && parsed.data.unavailable !== true) guarded(store.forget(parsed.data.id));
    },
    onReady(data) {
      const parsed = ready.safeParse(data);
      if (!parsed.success) return;
      const [shard, shards] = parsed.data.shard;
      const present = new Set(parsed.data.guilds.map(({ id }) => id));
      guarded(
        store.servers().then(async (servers) => {
          // Other shards' servers are not in this list. https://discord.com/developers/docs/events/gateway#sharding
          const own = servers.filter((id) => Number((BigInt(id) >> 22n) % BigInt(shards)) === shard);
          for (const id of own) if (!present.has(id)) await store.forget(id);
        }),
      );
    },
  };
}
