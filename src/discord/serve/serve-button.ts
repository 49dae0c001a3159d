import { parseButtonId } from "../../render/discord/button-state.js";
import { deliveryOf, handleButton } from "../buttons/handle-button.js";
import { deliverToInteraction } from "../deliver-to-interaction.js";
import type { ButtonInteraction } from "../interaction.js";
import { startPatience } from "../patience.js";
import type { Kit } from "./kit.js";

/** A button under a passage. */
export async function serveButton(kit: Kit, interaction: ButtonInteraction): Promise<void> {
  const action = parseButtonId(interaction.customId)?.action ?? "unknown";
  const { acknowledged: onAcknowledged, settle } = kit.track(`button:${action}`);
  const patience = startPatience(kit.patienceMs);
  const { reply, waits } = await kit.answerRequest(interaction.place, () =>
    handleButton(kit.tools, interaction),
  );
  const patienceMs = waits ? 0 : patience();
  const delivery = deliveryOf(interaction);
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
