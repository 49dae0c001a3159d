import { z } from "zod";
import type { Place } from "./place.js";
import { type ShownMessage, readShownMessage } from "./shown-message.js";

const DEFAULT = 0;
const REPLY = 19;

const raw = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().nullish(),
  type: z.number().optional(),
  content: z.string().optional(),
  webhook_id: z.string().nullish(),
  author: z.object({ id: z.string(), bot: z.boolean().optional(), system: z.boolean().optional() }),
  mentions: z.array(z.object({ id: z.string() })).optional(),
  referenced_message: z.unknown().optional(),
});

/** A message that is meant for the bot. */
export interface IncomingMessage {
  readonly id: string;
  readonly channel: string;
  readonly place: Place;
  /** What was written, without the bot's own mention; empty where there was nothing else. */
  readonly words: string;
  /** The bot's own message to which this is a reply. */
  readonly repliesTo?: ShownMessage;
}

/**
 * Reads the `d` of a MESSAGE_CREATE; undefined unless a person addresses the bot: a direct message, or one in a
 * server that mentions it, by name or by a reply that pings. Bots, webhooks and the bot itself are never answered.
 */
export function parseMessage(data: unknown, self: string): IncomingMessage | undefined {
  const parsed = raw.safeParse(data);
  if (!parsed.success) return undefined;
  const { id, channel_id: channel, author, content = "", type = DEFAULT } = parsed.data;
  if (author.bot === true || author.system === true || author.id === self) return undefined;
  if (parsed.data.webhook_id !== undefined && parsed.data.webhook_id !== null) return undefined;
  if (type !== DEFAULT && type !== REPLY) return undefined;
  const mention = new RegExp(`<@!?${self}>`, "g");
  const server = parsed.data.guild_id ?? undefined;
  const mentioned = parsed.data.mentions?.some((user) => user.id === self) ?? content.search(mention) >= 0;
  if (server !== undefined && !mentioned) return undefined;
  const words = content.replace(mention, " ").replace(/ {2,}/g, " ").trim();
  const shown = readShownMessage(parsed.data.referenced_message);
  const repliesTo = shown.author === self ? { repliesTo: shown } : {};
  const place = { user: author.id, channel, ...(server === undefined ? {} : { server }) };
  return { id, channel, place, words, ...repliesTo };
}
