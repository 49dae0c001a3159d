import { type Client, Events } from "discord.js";
import type { Observer } from "./observer.js";

/** Tells the observer how many of the gateway's connections are up, and each time that one comes back. */
export function watchShards(client: Client, observer: Observer): void {
  const up = new Set<number>();
  const begun = new Set<number>();
  const tell = (): void => observer.shards(up.size);
  client.on(Events.ShardReady, (shard) => {
    if (begun.has(shard)) observer.connected("anew");
    begun.add(shard);
    up.add(shard);
    tell();
  });
  client.on(Events.ShardResume, (shard) => {
    observer.connected("resumed");
    up.add(shard);
    tell();
  });
  for (const event of [Events.ShardReconnecting, Events.ShardDisconnect] as const) {
    client.on(event, (...args: unknown[]) => {
      up.delete(Number(args.at(-1)));
      tell();
    });
  }
}
