import type { Logger } from "pino";
import type { MessagePayload } from "../../render/discord/message-payload.js";
import type { FeedbackStore } from "../feedback-store.js";
import type { CommandInteraction } from "../interaction.js";
import type { ServerSettings, SettingsStore } from "../settings-store.js";
import type { Source } from "../source.js";

/** What handlers work with. */
export interface Tools {
  readonly source: Source;
  readonly store: SettingsStore;
  /** Where the operator has switched feedback on. */
  readonly feedback?: FeedbackStore | undefined;
  readonly log: Logger;
}

/** A command with the settings of the place it comes from. */
export interface Request {
  readonly interaction: CommandInteraction;
  readonly settings: ServerSettings;
}

/** Does what a command asks for; throws what goes wrong. */
export type Handler = (tools: Tools, request: Request) => Promise<readonly MessagePayload[]>;
