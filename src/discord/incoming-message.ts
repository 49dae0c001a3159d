import { z } from "zod";

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
});

/** A message that is meant for the bot. */
export interface IncomingMessage {
  readonly id: string;
  readonly channel: string;
  readonly user: string;
  /** What was written, without the bot's own mention; empty where there was nothing else. */
  readonly words: string;
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
  const direct = parsed.data.guild_id === undefined || parsed.data.guild_id === null;
  const mentioned = parsed.data.mentions?.some((user) => user.id === self) ?? content.search(mention) >= 0;
  if (!direct && !mentioned) return undefined;
  const words = content.replace(mention, " ").replace(/ {2,}/g, " ").trim();
  return { id, channel, user: author.id, words };
}
