import { Client, GatewayIntentBits } from "discord.js";
import { keepNothing } from "./keep-nothing.js";
import type { DiscordSettings } from "./settings.js";

/** Half of Discord's own patience with a bot that is stopped: a request that hangs is given up and tried again. */
const REQUEST_TIMEOUT_MS = 5_000;
/** discord.js keeps a queue for every interaction's token, and by default an hour long: too much for a busy hour. */
const SWEEP_INTERVAL_MS = 60_000;
/** A request that would have to wait longer than this for a rate limit is given up instead. */
const WAITS_AT_MOST_MS = 60_000;

/**
 * discord.js' client, set up for a bot that keeps nothing: events are read as Discord sends them, so no server,
 * message, member or channel has to be cached, and no partials are needed for direct messages.
 */
export function createClient({ api, shards }: Pick<DiscordSettings, "api" | "shards">): Client {
  const client = new Client({
    ...(shards === "auto" ? { shards } : { shards: [...shards.ids], shardCount: shards.total }),
    // None of these is privileged: mentions and direct messages carry their content without it.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    // Servers are not needed to answer, so being ready does not wait for them.
    waitGuildTimeout: 0,
    rest: {
      api,
      timeout: REQUEST_TIMEOUT_MS,
      handlerSweepInterval: SWEEP_INTERVAL_MS,
      rejectOnRateLimit: ({ retryAfter, timeToReset }) =>
        Math.max(retryAfter, timeToReset) > WAITS_AT_MOST_MS,
    },
  });
  keepNothing(client);
  return client;
}
