import { Routes } from "discord.js";
import { type DiscordRest, send } from "./discord-rest.js";
import type { IncomingMessage } from "./incoming-message.js";
import type { Reply } from "./reply.js";
import { sendOrExplain } from "./send-or-explain.js";
import { LATE, within } from "./within.js";

interface Options {
  readonly patienceMs: number;
  /** Called when Discord has taken anything at all. */
  readonly onAcknowledged?: () => void;
}

/** A nonce has at most 25 characters. */
const NONCE_ROOM = 22;

/**
 * Replies to a message, with the sign of typing in between where `reply` does not come within `patienceMs`.
 * The channel need not be known beforehand. `reply` must not fail.
 */
export async function deliverToChannel(
  rest: DiscordRest,
  message: IncomingMessage,
  reply: Promise<Reply>,
  { patienceMs, onAcknowledged = () => undefined }: Options,
): Promise<void> {
  if ((await within(patienceMs, reply)) === LATE) {
    // The sign is a courtesy: where it fails or hangs, the reply may still arrive.
    send(rest, "POST", Routes.channelTyping(message.channel)).then(onAcknowledged, () => undefined);
  }
  const { messages } = await reply;
  for (const [index, payload] of messages.entries()) {
    // The nonce keeps a message single where a request had to be sent again.
    const nonce = { nonce: `${message.id.slice(-NONCE_ROOM)}-${index}`, enforce_nonce: true };
    const first = index === 0 ? { message_reference: referenceTo(message) } : {};
    await sendOrExplain(payload, (shown) =>
      send(rest, "POST", Routes.channelMessages(message.channel), { body: { ...shown, ...nonce, ...first } }),
    );
    onAcknowledged();
  }
}

function referenceTo({ id, channel }: IncomingMessage) {
  return { message_id: id, channel_id: channel, fail_if_not_exists: false };
}
