import { setTimeout } from "node:timers/promises";
import { type REST, RequestMethod, type RouteLike } from "discord.js";

/** The part of discord.js' HTTP client that the bot uses: paths without base or version, rate limits kept by it. */
export type DiscordRest = Pick<REST, "get" | "put" | "queueRequest">;

const METHODS = { POST: RequestMethod.Post, PATCH: RequestMethod.Patch } as const;

/**
 * Sends a request of whose answer only the success matters: the body is read and dropped, so that an answer
 * without one, or with one that nobody foresaw, is no failure.
 */
export async function send(
  rest: DiscordRest,
  method: keyof typeof METHODS,
  fullRoute: RouteLike,
  options: { readonly body?: unknown; readonly auth?: boolean } = {},
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const response = await rest.queueRequest({ ...options, method: METHODS[method], fullRoute });
      await response.arrayBuffer();
      return;
    } catch (error) {
      const pause = neverLeft(error) ? PAUSES_MS[attempt] : undefined;
      if (pause === undefined) throw error;
      await setTimeout(pause);
    }
  }
}

/** discord.js tries 5xx and time-outs again itself, but not these: no name, no connection. Within Discord's 3 s. */
const PAUSES_MS = [200, 400, 800];
const NEVER_LEFT: ReadonlySet<unknown> = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether a request failed before anything of it was sent, so that sending it again cannot say anything twice. */
function neverLeft(error: unknown): boolean {
  return error instanceof Error && "code" in error && NEVER_LEFT.has(error.code);
}
