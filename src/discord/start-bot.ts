import { type CloseEvent, Events, GatewayDispatchEvents } from "discord.js";
import type { QuothError } from "../edition/quoth-error.js";
import { commandsFor } from "./commands.js";
import { connectClient } from "./connect-client.js";
import { createClient } from "./create-client.js";
import { type ServiceOptions, createService } from "./create-service.js";
import { discordProblem, noAnswerWithin } from "./discord-problem.js";
import { failureFields } from "./failure-fields.js";
import { createForgetServers } from "./forget-servers.js";
import { GatewayClosed } from "./gateway-closed.js";
import { keepToken } from "./keep-token.js";
import { NOBODY } from "./observer.js";
import { registerCommands } from "./register-commands.js";
import type { DiscordSettings } from "./settings.js";
import { watchShards } from "./watch-shards.js";
import { LATE, within } from "./within.js";

/** How long Discord may take to let the bot in, and again to take its commands. */
const CONNECT_TIMEOUT_MS = 30_000;
/** How long what is in flight may take when the bot is stopped. */
const STOP_TIMEOUT_MS = 10_000;
/** How long closing the connection may take: Discord need not answer. */
const CLOSE_TIMEOUT_MS = 1_000;

/** The log must go elsewhere than to stdout. */
export interface BotOptions extends ServiceOptions {
  readonly settings: DiscordSettings;
  /** Takes the one line of JSON that says that the bot is ready (without a line end). */
  readonly announce: (line: string) => void;
  readonly connectTimeoutMs?: number;
}

export interface Bot {
  /** Takes no new work, finishes what is in flight (at most 10 s) and disconnects. Calling it again changes nothing. */
  stop(): Promise<void>;
  /** Resolves when the bot is over: with the reason where Discord ended it for good, else (stopped) with undefined. */
  readonly ended: Promise<QuothError | undefined>;
}

/** Logs in, registers the commands where they differ, and serves until stopped. Throws a QuothError `discord`. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { settings, log, announce, connectTimeoutMs = CONNECT_TIMEOUT_MS } = options;
  const client = createClient(settings);
  const service = createService({ rest: client.rest, self: () => client.user?.id }, options);
  const forget = createForgetServers(options.store, log);
  watchShards(client, options.observer ?? NOBODY);
  const disconnect = async (): Promise<void> => {
    await within(CLOSE_TIMEOUT_MS, client.destroy()).catch((error: unknown) =>
      log.warn(failureFields(error), "closing"),
    );
  };
  const noteTrouble = (error: Error): void => log.warn(failureFields(error), "trouble with the gateway");
  client.on(Events.Error, noteTrouble);
  client.on(Events.ShardError, noteTrouble);
  keepToken(client.rest, settings.token);
  // Read as Discord sends them, so that an answer depends on no cached server or channel.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: unknown) => service.onInteraction(data));
  client.ws.on(GatewayDispatchEvents.MessageCreate, (data: unknown) => service.onMessage(data));
  client.ws.on(GatewayDispatchEvents.GuildDelete, (data: unknown) => forget.onLeft(data));
  client.ws.on(GatewayDispatchEvents.Ready, (data: unknown) => forget.onReady(data));

  let end: (reason?: QuothError) => void = () => undefined;
  const ended = new Promise<QuothError | undefined>((resolve) => (end = resolve));
  try {
    const { user, application } = await connectClient(client, settings.token, connectTimeoutMs);
    client.on(Events.ShardDisconnect, ({ code }: CloseEvent) => end(discordProblem(new GatewayClosed(code))));
    const commands = commandsFor(options.source.works().length);
    const registered = await within(connectTimeoutMs, registerCommands(client.rest, application, commands));
    if (registered === LATE) throw noAnswerWithin(connectTimeoutMs);
    const line = {
      event: "ready",
      pid: process.pid,
      user,
      application,
      commands: commands.length,
      registered,
    };
    announce(JSON.stringify(line));
  } catch (error) {
    await disconnect();
    throw discordProblem(error);
  }

  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    if (!(await service.stop(STOP_TIMEOUT_MS))) log.warn("stopped with replies still under way");
    await disconnect();
    end();
  }
  return { stop: () => (stopped ??= stop()), ended };
}
