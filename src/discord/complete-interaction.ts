/**
 * Fills in the two lists that discord.js reads of every interaction without looking whether they are there. It
 * reads them when the bot's own listeners are done, and an error thrown then would end the process: one
 * incomplete event must not harm everybody else.
 */
export function completeInteraction(data: unknown): void {
  if (typeof data !== "object" || data === null) return;
  const interaction = data as { entitlements?: unknown; authorizing_integration_owners?: unknown };
  interaction.entitlements ??= [];
  interaction.authorizing_integration_owners ??= {};
}
