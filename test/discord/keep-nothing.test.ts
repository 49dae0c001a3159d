import { once } from "node:events";
import { Events, GatewayDispatchEvents } from "discord.js";
import { expect, onTestFinished, test } from "vitest";
import { createClient } from "../../src/discord/create-client.js";
import { fakeDiscordForTest } from "./bot-under-test.js";
import { sendCommand, sendMessage } from "./fake-discord/dispatch-events.js";

const SERVER = "400000000000000000";
const everyone = { id: SERVER, name: "@everyone", permissions: "0", position: 0, color: 0, hoist: false };

/** A server as Discord describes it when it becomes available, with something of everything. */
const server = {
  id: SERVER,
  name: "History",
  owner_id: "5",
  roles: [everyone],
  emojis: [{ id: "6", name: "x", roles: [] }],
  stickers: [{ id: "7", name: "y", format_type: 1 }],
  channels: [{ id: "8", type: 0, name: "general", permission_overwrites: [], guild_id: SERVER }],
  threads: [{ id: "9", type: 11, name: "thread", guild_id: SERVER, parent_id: "8" }],
  members: [{ user: { id: "10", username: "z" }, roles: [] }],
  presences: [],
  voice_states: [],
};

test("no server, channel, role or user that is heard of is kept, whatever comes", async () => {
  const discord = await fakeDiscordForTest([server]);
  const client = createClient({ api: discord.api, shards: "auto" });
  onTestFinished(() => client.destroy());
  const last = new Promise<void>((resolve) => {
    client.ws.on(GatewayDispatchEvents.GuildDelete, () => resolve());
  });
  await Promise.all([once(client, Events.ClientReady), client.login(discord.token)]);
  discord.gateway.dispatch("GUILD_CREATE", { ...server, id: "400000000000000001" });
  discord.gateway.dispatch("CHANNEL_CREATE", { id: "11", type: 0, name: "new", guild_id: SERVER });
  discord.gateway.dispatch("GUILD_ROLE_CREATE", { guild_id: SERVER, role: { ...everyone, id: "12" } });
  for (let sent = 0; sent < 50; sent += 1) {
    sendCommand(discord, "ask", { question: "x" }, { guild: SERVER, inGuild: sent % 2 === 0 });
    sendMessage(discord, "x", { direct: sent % 2 === 0, guild: SERVER });
  }
  discord.gateway.dispatch("GUILD_DELETE", { id: SERVER });
  await last;
  expect(client.guilds.cache.size).toBe(0);
  expect(client.channels.cache.size).toBe(0);
  expect([...client.users.cache.keys()]).toEqual([discord.self]);
  expect(client.isReady()).toBe(true);
});
