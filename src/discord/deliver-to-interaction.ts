import { InteractionResponseType, MessageFlags, Routes } from "discord.js";
import type { MessagePayload } from "../render/discord/message-payload.js";
import { type DiscordRest, send } from "./discord-rest.js";
import type { Interaction } from "./interaction.js";
import type { Reply } from "./reply.js";
import { sendOrExplain } from "./send-or-explain.js";
import { LATE, within } from "./within.js";

/**
 * Answers a command with `reply`, at once where it comes within `patienceMs`, else by a deferral that is edited
 * when it comes. Further messages follow the first. `reply` must not fail.
 */
export async function deliverToInteraction(
  rest: DiscordRest,
  interaction: Interaction,
  reply: Promise<Reply>,
  patienceMs: number,
): Promise<void> {
  const { id, token, application } = interaction;
  const respond = (body: unknown): Promise<void> =>
    send(rest, "POST", Routes.interactionCallback(id, token), { body, auth: false });
  const edit = (body: unknown): Promise<void> =>
    send(rest, "PATCH", Routes.webhookMessage(application, token, "@original"), { body, auth: false });
  const early = await within(patienceMs, reply);
  if (early === LATE) await respond({ type: InteractionResponseType.DeferredChannelMessageWithSource });
  const { messages, quiet } = await reply;
  // Whether others see a deferred reply is settled by the deferral.
  const [first, ...more] = quiet && early !== LATE ? messages.map(asEphemeral) : messages;
  if (first === undefined) return;
  await sendOrExplain(first, (data) =>
    early === LATE ? edit(data) : respond({ type: InteractionResponseType.ChannelMessageWithSource, data }),
  );
  for (const body of more) {
    await send(rest, "POST", Routes.webhook(application, token), { body, auth: false });
  }
}

function asEphemeral(message: MessagePayload): MessagePayload {
  return { ...message, flags: (message.flags ?? 0) | MessageFlags.Ephemeral };
}
