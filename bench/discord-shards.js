// Memory of a bot in many servers: all its shards in one process, and spread over several.
import path from "node:path";
import { memory, startBot, startFakeDiscord } from "./discord-bot.js";

const MAIN = path.join(import.meta.dirname, "../dist/main.js");
const SHARDS = 4;
/** Servers a shard, each with as many channels and roles as a middling one. */
const SERVERS = 500;
const CHANNELS = 40;
const ROLES = 20;

/** Rows: how the shards were spread, and the megabytes of all processes together once they are logged in. */
export async function measureShards(folder) {
  const rows = [];
  for (const spread of [["0/1"], [`0-${SHARDS - 1}/${SHARDS}`], ["0-1/4", "2-3/4"]]) {
    const shards = Number(spread[0].split("/")[1]);
    const discord = await startFakeDiscord(Array.from({ length: SERVERS * shards }, (_, at) => server(at)));
    Object.assign(discord.gateway.limits, { shards, maxConcurrency: 16 });
    const bots = [];
    for (const part of spread)
      bots.push(await startBot([MAIN, "bot"], { folder, discord, settings: { QUOTH_SHARDS: part } }));
    rows.push({
      shards,
      servers: SERVERS * shards,
      processes: bots.length,
      megabytes: bots.reduce((sum, { pid }) => sum + memory(pid), 0),
    });
    for (const bot of bots) await bot.stop();
    await discord.close();
  }
  return rows;
}

function server(at) {
  const id = String(BigInt(at + 1) << 22n);
  const each = (count, make) => Array.from({ length: count }, (_, one) => make(`${id}${one}`, one));
  return {
    id,
    name: `Server ${at}`,
    owner_id: id,
    roles: each(ROLES, (role, one) => ({ id: role, name: `role ${one}`, permissions: "0", position: one })),
    channels: each(CHANNELS, (channel, one) => ({
      id: channel,
      type: 0,
      name: `channel ${one}`,
      topic: "What is talked about here",
      permission_overwrites: [],
    })),
    emojis: [],
    members: [],
    threads: [],
  };
}
