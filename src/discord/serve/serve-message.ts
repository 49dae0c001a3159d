import { answerMessage } from "../answer-message.js";
import { deliverToChannel } from "../deliver-to-channel.js";
import type { IncomingMessage } from "../incoming-message.js";
import { startPatience } from "../patience.js";
import type { ServerSettings } from "../settings-store.js";
import type { Kit } from "./kit.js";

/** A mention, a direct message or a reply; mentions only where the server wants them answered. */
export async function serveMessage(kit: Kit, message: IncomingMessage): Promise<void> {
  const patience = startPatience(kit.patienceMs);
  const settings = await kit.settingsOf(message.place);
  if (!isWanted(settings, message)) return;
  const { acknowledged: onAcknowledged, settle } = kit.track("message", message.words);
  const { reply, waits, refused } = await kit.answerRequest(message.place, () =>
    answerMessage(kit.tools.source, kit.conversations, message, settings),
  );
  // One note is enough; the rest of a flood is left unanswered.
  const isFlood = refused !== undefined && !refused.first;
  const patienceMs = waits ? 0 : patience();
  await settle(
    reply.then(({ outcome }) => outcome),
    isFlood ? Promise.resolve() : deliverToChannel(kit.rest, message, reply, { patienceMs, onAcknowledged }),
  );
}

function isWanted({ mentions }: ServerSettings, { place, channel }: IncomingMessage): boolean {
  if (place.server === undefined || mentions === "everywhere") return true;
  return mentions !== "nowhere" && mentions.includes(channel);
}
