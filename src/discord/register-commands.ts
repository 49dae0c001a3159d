import { type RouteLike, Routes } from "discord.js";
import type { DiscordRest } from "./discord-rest.js";
import { COMMANDS } from "./commands.js";
import { sameCommands } from "./same-commands.js";

/** Registers the global commands by one bulk PUT where the registered ones differ; tells whether it did. */
export async function registerCommands(
  rest: DiscordRest,
  application: string,
  commands: typeof COMMANDS = COMMANDS,
): Promise<boolean> {
  const route: RouteLike = Routes.applicationCommands(application);
  const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
  if (Array.isArray(registered) && sameCommands(registered, commands)) return false;
  await rest.put(route, { body: commands });
  return true;
}
