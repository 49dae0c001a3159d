import type { REST, RequestMethod, RouteLike } from "discord.js";

/** The part of discord.js' HTTP client that the bot uses: paths without base or version, rate limits kept by it. */
export type DiscordRest = Pick<REST, "get" | "put" | "queueRequest">;

/**
 * Sends a request of whose answer only the success matters: the body is read and dropped, so that an answer
 * without one, or with one that nobody foresaw, is no failure.
 */
export async function send(
  rest: DiscordRest,
  method: `${RequestMethod}`,
  fullRoute: RouteLike,
  options: { readonly body?: unknown; readonly auth?: boolean } = {},
): Promise<void> {
  const response = await rest.queueRequest({ ...options, method: method as RequestMethod, fullRoute });
  await response.arrayBuffer();
}
