import { z } from "zod";
import { QuothError } from "../edition/quoth-error.js";
import { type Shards, parseShards } from "./parse-shards.js";

const DEFAULT_API = "https://discord.com/api";

const onOrOff = z
  .enum(["on", "off", ""])
  .default("off")
  .transform((value) => value === "on");

/** An address that may be left out; what it holds is as secret as the token. */
function address(protocol: RegExp) {
  return z
    .string()
    .trim()
    .default("")
    .transform((url) => (url === "" ? undefined : url))
    .refine(
      (url) => url === undefined || (URL.canParse(url) && protocol.test(new URL(url).protocol.slice(0, -1))),
    );
}

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
  QUOTH_SHARDS: z
    .string()
    .trim()
    .default("")
    .transform(parseShards)
    .refine((shards) => shards !== undefined),
  QUOTH_FEEDBACK: onOrOff,
  QUOTH_LOG_WORDS: onOrOff,
  QUOTH_LOG_LEVEL: z
    .enum(["", "trace", "debug", "info", "warn", "error", "fatal", "silent"])
    .default("")
    .transform((level) => (level === "" ? "info" : level)),
  QUOTH_METRICS_PORT: z
    .string()
    .trim()
    .default("")
    .transform((port) => (port === "" ? undefined : Number(port)))
    .pipe(z.number().int().min(0).max(65_535).optional()),
  QUOTH_METRICS_HOST: z
    .string()
    .trim()
    .default("")
    .transform((host) => (host === "" ? "127.0.0.1" : host)),
  QUOTH_DATABASE: z.string().trim().default(""),
  QUOTH_DATABASE_URL: address(/^postgres(?:ql)?$/),
  QUOTH_REDIS_URL: address(/^rediss?$/),
});

export interface DiscordSettings {
  /** Given to Discord alone: never printed, never logged. */
  readonly token: string;
  /** Base address of the REST interface, without a version. */
  readonly api: string;
  /** As many as Discord recommends, all in this process; or these of so many. */
  readonly shards: Shards;
}

/** What the operator of a bot has chosen beside Discord's own settings. */
export interface OperatorSettings extends DiscordSettings {
  readonly feedback: boolean;
  /** The least level that is logged. */
  readonly logLevel: string;
  /** Whether what users write is logged. */
  readonly logWords: boolean;
  /** Where health, readiness and metrics are served; nowhere by default. */
  readonly metrics?: { readonly host: string; readonly port: number };
  readonly database: DatabasePlace;
  /** Where requests are counted for several processes or machines together; the address may hold a password. */
  readonly redis?: string;
}

/** Where servers' settings are kept: a file (chosen by the caller where left out), or a server whose address may hold a password. */
export type DatabasePlace =
  { readonly kind: "file"; readonly file?: string } | { readonly kind: "postgres"; readonly url: string };

/** The remedy for each setting that can be wrong. */
const REMEDIES: Readonly<Record<string, string>> = {
  QUOTH_DISCORD_API: `Leave it out for ${DEFAULT_API}, or give a base address without a version.`,
  QUOTH_SHARDS: "Leave it out, or write ids and their total, such as 0-3/8.",
  QUOTH_FEEDBACK: "Set it to on or off.",
  QUOTH_LOG_WORDS: "Set it to on or off.",
  QUOTH_LOG_LEVEL: "Set it to trace, debug, info, warn, error, fatal or silent.",
  QUOTH_METRICS_PORT: "Set it to a port number, or leave it out.",
  QUOTH_DATABASE_URL: "Write postgres://user:password@host:5432/database, or leave it out for a file.",
  QUOTH_REDIS_URL:
    "Write redis://user:password@host:6379, rediss:// for TLS, or leave it out to count in memory.",
};

/** Reads the bot's settings from an environment (`process.env` with `.env` merged in), else throws `settings`. */
export function parseDiscordSettings(env: Readonly<Record<string, string | undefined>>): OperatorSettings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw settingsError(parsed.error);
  const { data } = parsed;
  const port = data.QUOTH_METRICS_PORT;
  return Object.freeze({
    token: data.DISCORD_TOKEN,
    api: data.QUOTH_DISCORD_API,
    shards: data.QUOTH_SHARDS,
    feedback: data.QUOTH_FEEDBACK,
    logLevel: data.QUOTH_LOG_LEVEL,
    logWords: data.QUOTH_LOG_WORDS,
    ...(port === undefined ? {} : { metrics: { host: data.QUOTH_METRICS_HOST, port } }),
    database: databaseOf(data.QUOTH_DATABASE, data.QUOTH_DATABASE_URL),
    ...(data.QUOTH_REDIS_URL === undefined ? {} : { redis: data.QUOTH_REDIS_URL }),
  });
}

/** The server wins: a container may name a file for those who name nothing. */
function databaseOf(file: string, url: string | undefined): DatabasePlace {
  if (url !== undefined) return { kind: "postgres", url };
  return { kind: "file", ...(file === "" ? {} : { file }) };
}

/** zod's own message is left out: it may quote the value. */
function settingsError(error: z.ZodError): QuothError {
  const names = error.issues.map(({ path }) => String(path[0]));
  if (names.includes("DISCORD_TOKEN")) {
    return new QuothError("settings", "DISCORD_TOKEN is not set.", {
      remedy:
        "Put a line DISCORD_TOKEN=… with the bot's token (Discord's developer portal, page Bot) into .env.",
      data: { setting: "DISCORD_TOKEN" },
    });
  }
  const [setting = ""] = names;
  const what = setting === "QUOTH_DISCORD_API" ? "is no http or https address" : "cannot be understood";
  return new QuothError("settings", `${setting} ${what}.`, {
    remedy: REMEDIES[setting] ?? "Correct it, or leave it out.",
    data: { setting },
  });
}
