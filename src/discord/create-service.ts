import { InteractionResponseType, Routes } from "discord.js";
import type { Logger } from "pino";
import type { Quoth } from "../conversation/quoth.js";
import type { MessagePayload } from "../render/discord/message-payload.js";
import { plainMessage } from "../render/discord/plain-message.js";
import { createAnswerRequest } from "./answer-requests.js";
import { deliverToChannel } from "./deliver-to-channel.js";
import { deliverToInteraction } from "./deliver-to-interaction.js";
import { type DiscordRest, send } from "./discord-rest.js";
import { failureFields, isUnanswerable } from "./failure-fields.js";
import { handleAsk } from "./handle-ask.js";
import { handleAutocomplete } from "./handle-autocomplete.js";
import { handleQuote } from "./handle-quote.js";
import { createInFlight } from "./in-flight.js";
import { parseMessage } from "./incoming-message.js";
import { type Interaction, parseInteraction } from "./interaction.js";
import type { RateLimitOptions } from "./rate-limit.js";
import { quietly } from "./reply.js";
import { createSeenIds } from "./seen-ids.js";

/** Discord expects a sign of life within three seconds, the contract within one. */
const DEFER_AFTER_MS = 700;

interface ServiceOptions {
  readonly quoth: Quoth;
  readonly rest: DiscordRest;
  /** The bot's own user id. */
  readonly self: () => string | undefined;
  readonly log: Logger;
  readonly deferAfterMs?: number | undefined;
  readonly rateLimit?: RateLimitOptions | undefined;
}

/** What the bot does with the events of the gateway, given as Discord sends them. Nothing here throws. */
interface Service {
  onInteraction(data: unknown): void;
  onMessage(data: unknown): void;
  /** Takes no new work and waits for what is under way; tells whether all was finished in time. */
  stop(timeoutMs: number): Promise<boolean>;
}

export function createService({ quoth, rest, self, log, ...options }: ServiceOptions): Service {
  const patienceMs = options.deferAfterMs ?? DEFER_AFTER_MS;
  const answerRequest = createAnswerRequest(log, options.rateLimit);
  const inFlight = createInFlight();
  const isNew = createSeenIds();
  let stopping = false;

  function run(kind: string, work: Promise<unknown>): void {
    const guarded = work.catch((error: unknown) => {
      log[isUnanswerable(error) ? "warn" : "error"](
        { kind, ...failureFields(error) },
        "a reply was not delivered",
      );
    });
    inFlight.track(guarded);
  }

  function workOf({ command, options: given }: Interaction): () => Promise<readonly MessagePayload[]> {
    if (command === "ask") return () => handleAsk(quoth, given["question"] ?? "");
    if (command === "quote") return () => handleQuote(quoth, given["passage"] ?? "");
    return () => Promise.resolve([plainMessage("I no longer know this command. Please use /ask or /quote.")]);
  }

  async function suggest({ id, token, typed }: Interaction): Promise<void> {
    const choices = await handleAutocomplete(quoth, typed).catch((error: unknown) => {
      log.error(failureFields(error), "suggestions failed");
      return [];
    });
    const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
    await send(rest, "POST", Routes.interactionCallback(id, token), { body, auth: false });
  }

  return {
    onInteraction(data) {
      const interaction = parseInteraction(data);
      if (!interaction || !isNew(interaction.id)) return;
      if (interaction.kind === "autocomplete")
        return stopping ? undefined : run("autocomplete", suggest(interaction));
      if (stopping) {
        const note = quietly(plainMessage("I am being restarted. Please ask again in a moment."));
        return run(
          interaction.command,
          deliverToInteraction(rest, interaction, Promise.resolve(note), patienceMs),
        );
      }
      const { reply, waits } = answerRequest(interaction.user, workOf(interaction));
      run(interaction.command, deliverToInteraction(rest, interaction, reply, waits ? 0 : patienceMs));
    },
    onMessage(data) {
      const own = self();
      const message = own === undefined ? undefined : parseMessage(data, own);
      if (stopping || !message || !isNew(message.id)) return;
      const { reply, waits, refused } = answerRequest(message.user, () => handleAsk(quoth, message.words));
      // One note in a channel is enough; the rest of a flood is left unanswered.
      if (refused && !refused.first) return;
      run("message", deliverToChannel(rest, message, reply, waits ? 0 : patienceMs));
    },
    stop(timeoutMs) {
      stopping = true;
      return inFlight.settled(timeoutMs);
    },
  };
}
