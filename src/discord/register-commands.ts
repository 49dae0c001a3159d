import { type RouteLike, Routes } from "discord.js";
import type { DiscordRest } from "./discord-rest.js";
import { COMMANDS } from "./commands.js";
import { sameCommands } from "./same-commands.js";

/** Registers the global commands by one bulk PUT where the registered ones differ; tells whether it did. */
export async function registerCommands(rest: DiscordRest, application: string): Promise<boolean> {
  const route: RouteLike = Routes.applicationCommands(application);
  const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
  if (Array.isArray(registered) && sameCommands(registered, COMMANDS)) return false;
  await rest.put(route, { body: COMMANDS });
  return true;
}
