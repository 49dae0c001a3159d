// The least that discord.js can do: log in and answer every command with one word.
import { Client, GatewayIntentBits } from "discord.js";

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env.QUOTH_DISCORD_API },
});
client.on("interactionCreate", (interaction) => interaction.reply("echo").catch(() => undefined));
client.once("clientReady", () => console.log("ready"));
await client.login(process.env.DISCORD_TOKEN);
