import { InteractionResponseType, MessageFlags, Routes } from "discord.js";
import type { MessagePayload } from "../render/discord/message-payload.js";
import { type DiscordRest, send } from "./discord-rest.js";
import type { Interaction } from "./interaction.js";
import type { Delivery, Reply } from "./reply.js";
import { sendOrExplain } from "./send-or-explain.js";
import { LATE, within } from "./within.js";

interface DeliveryOptions {
  readonly delivery: Delivery;
  /** How long to wait for the reply before Discord is told that it will come. */
  readonly patienceMs: number;
  /** Called when Discord has been told anything at all. */
  readonly onAcknowledged?: () => void;
}

/**
 * Answers a command or a button with `reply`, at once where it comes in time, else by a deferral that is edited
 * when it comes. Further messages follow the first. `reply` must not fail.
 */
export async function deliverToInteraction(
  rest: DiscordRest,
  { id, token, application }: Interaction,
  reply: Promise<Reply>,
  { delivery, patienceMs, onAcknowledged = () => undefined }: DeliveryOptions,
): Promise<void> {
  const respond = async (type: InteractionResponseType, data?: unknown): Promise<void> => {
    const body = data === undefined ? { type } : { type, data };
    await send(rest, "POST", Routes.interactionCallback(id, token), { body, auth: false });
    onAcknowledged();
  };
  const edit = (body: unknown): Promise<void> =>
    send(rest, "PATCH", Routes.webhookMessage(application, token, "@original"), { body, auth: false });
  const follow = (body: unknown): Promise<void> =>
    send(rest, "POST", Routes.webhook(application, token), { body, auth: false });

  const early = await within(patienceMs, reply);
  if (early === LATE) await respond(...deferral(delivery));
  const { messages, quiet } = await reply;
  // Whether others see a deferred reply is settled by the deferral.
  const hidden = delivery !== "public" || (quiet && early !== LATE);
  const [first, ...more] = hidden ? messages.map(asEphemeral) : messages;
  if (first === undefined) return;
  await sendOrExplain(first, (data) => {
    // A refusal does not take the place of the passage under which the button stands.
    if (delivery === "update" && !quiet) {
      return early === LATE ? edit(data) : respond(InteractionResponseType.UpdateMessage, data);
    }
    if (early !== LATE) return respond(InteractionResponseType.ChannelMessageWithSource, data);
    return delivery === "update" ? follow(data) : edit(data);
  });
  for (const body of more) await follow(body);
}

function deferral(delivery: Delivery): [InteractionResponseType, unknown?] {
  if (delivery === "update") return [InteractionResponseType.DeferredMessageUpdate];
  const type = InteractionResponseType.DeferredChannelMessageWithSource;
  return delivery === "private" ? [type, { flags: MessageFlags.Ephemeral }] : [type];
}

function asEphemeral(message: MessagePayload): MessagePayload {
  return { ...message, flags: (message.flags ?? 0) | MessageFlags.Ephemeral };
}
