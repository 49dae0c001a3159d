import { DiscordAPIError, HTTPError } from "discord.js";

/** Discord says: this interaction cannot be answered (any more). Nothing is left to be done for it. */
const UNANSWERABLE_CODES: ReadonlySet<unknown> = new Set([
  10062, // unknown interaction: older than three seconds, or than fifteen minutes
  40060, // already acknowledged
  50027, // its token has expired
]);

/** Whether Discord refused because the interaction is over or was acknowledged elsewhere. */
export function isUnanswerable(error: unknown): boolean {
  return error instanceof DiscordAPIError && UNANSWERABLE_CODES.has(error.code);
}

/** Whether it was Discord that failed or refused: then the place in the code says nothing. */
function isDiscordFailure(error: unknown): boolean {
  return error instanceof DiscordAPIError || error instanceof HTTPError;
}

/**
 * What of a failure is logged. Messages, request bodies and addresses stay out: they can hold what a user
 * wrote and the tokens of interactions.
 */
export function failureFields(error: unknown): Readonly<Record<string, unknown>> {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, status, method } = error as Error & { code?: unknown; status?: unknown; method?: unknown };
  const frames = isDiscordFailure(error) ? undefined : framesOf(error);
  const fields = { error: error.name, code, status, method, frames, cause: causeOf(error) };
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
}

function framesOf(error: Error): readonly string[] {
  const lines = (error.stack ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line.startsWith("at ")).slice(0, 8);
}

function causeOf(error: Error): string | undefined {
  if (!(error.cause instanceof Error)) return undefined;
  const { name, code } = error.cause as Error & { code?: unknown };
  return typeof code === "string" ? `${name} ${code}` : name;
}
