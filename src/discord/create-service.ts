import { plainMessage } from "../render/discord/plain-message.js";
import { createAnswerRequest } from "./answer-requests.js";
import type { Tools } from "./commands/handler.js";
import { createConversations } from "./conversations.js";
import { deliverToInteraction } from "./deliver-to-interaction.js";
import type { DiscordRest } from "./discord-rest.js";
import { failureFields } from "./failure-fields.js";
import { createInFlight } from "./in-flight.js";
import { parseMessage } from "./incoming-message.js";
import { type ButtonInteraction, type CommandInteraction, parseInteraction } from "./interaction.js";
import { type Observer, NOBODY } from "./observer.js";
import type { RateCounters } from "./rate-limit.js";
import { createRecallSettings } from "./recall-settings.js";
import { quietly } from "./reply.js";
import { createSeenIds } from "./seen-ids.js";
import type { Kit } from "./serve/kit.js";
import { serveAutocomplete } from "./serve/serve-autocomplete.js";
import { serveButton } from "./serve/serve-button.js";
import { serveCommand } from "./serve/serve-command.js";
import { serveMessage } from "./serve/serve-message.js";
import { trackRequest } from "./serve/track-request.js";

/** Discord expects a sign of life within three seconds, the contract within one. */
const DEFER_AFTER_MS = 700;

export interface ServiceOptions extends Tools {
  readonly counters: RateCounters;
  readonly observer?: Observer | undefined;
  readonly deferAfterMs?: number | undefined;
  /** Logs what users write; only where the operator asks for it. */
  readonly logWords?: boolean | undefined;
}

interface Discord {
  readonly rest: DiscordRest;
  /** The bot's own user id. */
  readonly self: () => string | undefined;
}

/** What the bot does with the events of the gateway, given as Discord sends them. Nothing here throws. */
interface Service {
  onInteraction(data: unknown): void;
  onMessage(data: unknown): void;
  /** Takes no new work and waits for what is under way; tells whether all was finished in time. */
  stop(timeoutMs: number): Promise<boolean>;
}

export function createService({ rest, self }: Discord, options: ServiceOptions): Service {
  const { log, observer = NOBODY, logWords = false } = options;
  const kit: Kit = {
    rest,
    tools: options,
    conversations: createConversations(),
    answerRequest: createAnswerRequest(log, options.counters),
    settingsOf: createRecallSettings(options.store, log),
    track: (kind, words) =>
      trackRequest({ kind, log, observer, ...(logWords && words !== undefined ? { words } : {}) }),
    patienceMs: options.deferAfterMs ?? DEFER_AFTER_MS,
  };
  const inFlight = createInFlight();
  const isNew = createSeenIds();
  let stopping = false;

  /** The last net: whatever happens in one request harms no other. */
  function run(work: Promise<unknown>): void {
    inFlight.track(work.catch((error: unknown) => log.error(failureFields(error), "a request went wrong")));
  }

  async function turnAway(interaction: CommandInteraction | ButtonInteraction): Promise<void> {
    const reply = Promise.resolve(
      quietly(plainMessage("I am being restarted. Please ask again in a moment.")),
    );
    const { settle, acknowledged: onAcknowledged } = kit.track("turned-away");
    const { patienceMs } = kit;
    await settle(
      Promise.resolve("refused"),
      deliverToInteraction(rest, interaction, reply, { delivery: "private", patienceMs, onAcknowledged }),
    );
  }

  return {
    onInteraction(data) {
      const interaction = parseInteraction(data);
      if (!interaction || !isNew(interaction.id)) return;
      if (interaction.kind === "autocomplete") {
        if (!stopping) run(serveAutocomplete(kit, interaction, log));
        return;
      }
      if (stopping) return run(turnAway(interaction));
      run(interaction.kind === "button" ? serveButton(kit, interaction) : serveCommand(kit, interaction));
    },
    onMessage(data) {
      const own = self();
      const message = own === undefined ? undefined : parseMessage(data, own);
      if (stopping || !message || !isNew(message.id)) return;
      run(serveMessage(kit, message));
    },
    stop(timeoutMs) {
      stopping = true;
      return inFlight.settled(timeoutMs);
    },
  };
}
