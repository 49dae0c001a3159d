import { plainMessage } from "../../render/discord/plain-message.js";
import { HANDLERS } from "../commands/handlers.js";
import { contextOfMessage } from "../context-of-message.js";
import { deliverToInteraction } from "../deliver-to-interaction.js";
import type { CommandInteraction } from "../interaction.js";
import { startPatience } from "../patience.js";
import { readShownMessage } from "../shown-message.js";
import type { Kit } from "./kit.js";

const UNKNOWN = plainMessage("I no longer know this command. Please use /ask or /quote.");

/** A slash command or a message menu. */
export async function serveCommand(kit: Kit, interaction: CommandInteraction): Promise<void> {
  const { command, options, place } = interaction;
  const known = HANDLERS.get(command);
  const { acknowledged: onAcknowledged, settle } = kit.track(
    known ? command : "unknown",
    Object.values(options).join(" "),
  );
  const patience = startPatience(kit.patienceMs);
  const settings = await kit.settingsOf(place);
  const isPrivate = options["private"] ?? String(settings.privateAnswers);
  const { reply, waits } = await kit.answerRequest(place, async () => {
    if (!known) return [UNKNOWN];
    const messages = await known.handle(kit.tools, { interaction, settings });
    // A mention soon after is a follow-up to this.
    const context = await contextOfMessage(kit.tools.source, readShownMessage(messages[0]));
    if (context) kit.conversations.remember(place, context);
    return messages;
  });
  const delivery = known?.quiet === true || isPrivate === "true" ? "private" : "public";
  const patienceMs = waits ? 0 : patience();
  const delivered = deliverToInteraction(kit.rest, interaction, reply, {
    delivery,
    patienceMs,
    onAcknowledged,
  });
  await settle(
    reply.then(({ outcome }) => outcome),
    delivered,
  );
}
