import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError, RateLimitError } from "discord.js";
import { QuothError } from "../edition/quoth-error.js";
import { GatewayClosed } from "./gateway-closed.js";

const TOKEN_REMEDY =
  "Copy the bot's token anew from Discord's developer portal (page Bot, Reset Token) into DISCORD_TOKEN.";
const AGAIN_REMEDY = "Try again later; https://discordstatus.com tells whether Discord itself is in trouble.";
const API_REMEDY = "Check the network and the setting QUOTH_DISCORD_API, then try again.";

/** Why the bot could not log in, or lost Discord for good, in plain words. The cause is left out: it may hold the token. */
export function discordProblem(error: unknown): QuothError {
  if (error instanceof QuothError) return error;
  const [message, remedy, data] = explain(error);
  return new QuothError("discord", message, { remedy, data });
}

/** Discord did not answer at all. */
export function noAnswerWithin(timeoutMs: number): QuothError {
  return new QuothError("discord", `Discord did not answer within ${timeoutMs / 1000} s.`, {
    remedy: API_REMEDY,
  });
}

/** The only sign that @discordjs/ws gives of a day's connections being used up. */
const NO_SESSIONS =
  /Not enough sessions remaining to spawn (\d+) shards; only (\d+) remaining; resets at (\S+)/;

type Explanation = readonly [message: string, remedy: string, data: Readonly<Record<string, unknown>>];

function explain(error: unknown): Explanation {
  if (error instanceof GatewayClosed) return explainClose(error.code);
  if (error instanceof RateLimitError) {
    const seconds = Math.ceil(Math.max(error.retryAfter, error.timeToReset) / 1000);
    return [
      `Discord limits this bot's requests for ${seconds} s.`,
      `Start it again after ${seconds} s.`,
      { seconds },
    ];
  }
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return explainStatus(401);
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return explainStatus(error.status);
  const noSessions = error instanceof Error ? NO_SESSIONS.exec(error.message) : null;
  if (noSessions) {
    const [, needed = "", left = "", at = ""] = noSessions;
    return [
      `Discord lets this bot begin ${left} more connections to the gateway, and ${needed} are needed.`,
      `Start it again after ${at}; a bot that is restarted too often uses its connections up.`,
      { needed: Number(needed), left: Number(left) },
    ];
  }
  const code = networkCode(error);
  if (code === "UND_ERR_INVALID_ARG")
    return ["The token holds characters that no token has.", TOKEN_REMEDY, { code }];
  if (code !== undefined) return [`Discord cannot be reached (${code}).`, API_REMEDY, { code }];
  return ["Discord's answer could not be understood.", API_REMEDY, {}];
}

function explainStatus(status: number): Explanation {
  if (status === 401) return ["Discord does not accept the token (401).", TOKEN_REMEDY, { status }];
  if (status === 403) {
    return [
      "Discord refuses this bot access (403).",
      "Check in the developer portal that the bot is enabled.",
      { status },
    ];
  }
  if (status === 404) return ["There is no Discord at that address (404).", API_REMEDY, { status }];
  return [`Discord answers with an error (${status}).`, AGAIN_REMEDY, { status }];
}

function explainClose(code: number): Explanation {
  if (code === 4004)
    return ["Discord does not accept the token (gateway close 4004).", TOKEN_REMEDY, { close: code }];
  if (code === 4013 || code === 4014) {
    return [
      `Discord refuses the bot's intents (gateway close ${code}).`,
      "Update quoth: it asks for no privileged intent.",
      { close: code },
    ];
  }
  return [
    `Discord closed the connection for good (gateway close ${code}).`,
    "Update quoth, then start the bot again.",
    { close: code },
  ];
}

function networkCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as Error & { code?: unknown };
  if (error.name === "AbortError") return "no answer in time";
  return typeof code === "string" ? code : undefined;
}
