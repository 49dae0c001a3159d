import { InteractionResponseType, Routes } from "discord.js";
import type { Logger } from "pino";
import { handleAutocomplete } from "../commands/handle-autocomplete.js";
import { send } from "../discord-rest.js";
import { failureFields } from "../failure-fields.js";
import type { AutocompleteInteraction } from "../interaction.js";
import type { Kit } from "./kit.js";

/** Suggestions for an option that is being typed; none where they fail, for nobody asked for anything yet. */
export async function serveAutocomplete(
  kit: Kit,
  interaction: AutocompleteInteraction,
  log: Logger,
): Promise<void> {
  const { id, token } = interaction;
  const { acknowledged, settle } = kit.track("autocomplete");
  const choices = await handleAutocomplete(kit.tools.source, interaction).catch((error: unknown) => {
    log.error(failureFields(error), "suggestions failed");
    return [];
  });
  const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
  const delivered = send(kit.rest, "POST", Routes.interactionCallback(id, token), { body, auth: false });
  await settle(Promise.resolve("answered"), delivered.then(acknowledged));
}
