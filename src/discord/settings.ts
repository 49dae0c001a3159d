import { z } from "zod";
import { QuothError } from "../edition/quoth-error.js";

const DEFAULT_API = "https://discord.com/api";

const environment = z.object({
  DISCORD_TOKEN: z.string().trim().min(1),
  QUOTH_DISCORD_API: z
    .string()
    .trim()
    .default("")
    .transform((base) => (base === "" ? DEFAULT_API : base))
    .pipe(z.url({ protocol: /^https?$/ }))
    // discord.js puts the version behind the base itself.
    .transform((base) => base.replace(/\/+$/, "").replace(/\/v\d+$/, "")),
});

export interface DiscordSettings {
  /** Given to Discord alone: never printed, never logged. */
  readonly token: string;
  /** Base address of the REST interface, without a version. */
  readonly api: string;
}

/** Reads the Discord settings from an environment (`process.env` with `.env` merged in), else throws `settings`. */
export function parseDiscordSettings(env: Readonly<Record<string, string | undefined>>): DiscordSettings {
  const parsed = environment.safeParse(env);
  if (parsed.success)
    return Object.freeze({ token: parsed.data.DISCORD_TOKEN, api: parsed.data.QUOTH_DISCORD_API });
  // zod's own message is left out: it may quote the value.
  if (parsed.error.issues.some((issue) => issue.path[0] === "DISCORD_TOKEN")) {
    throw new QuothError("settings", "DISCORD_TOKEN is not set.", {
      remedy:
        "Put a line DISCORD_TOKEN=… with the bot's token (Discord's developer portal, page Bot) into .env.",
      data: { setting: "DISCORD_TOKEN" },
    });
  }
  throw new QuothError("settings", "QUOTH_DISCORD_API is no http or https address.", {
    remedy: `Leave it out for ${DEFAULT_API}, or give a base address without a version.`,
    data: { setting: "QUOTH_DISCORD_API" },
  });
}
