import type { MessageBody } from "./check-message.js";
import { snowflake } from "./snowflake.js";
import type { FakeDiscord } from "./start-fake-discord.js";

interface SentInteraction {
  readonly id: string;
  readonly token: string;
}

interface CommandOptions {
  readonly user?: string;
  /** In a server that the bot is no member of where true, else in a direct message. */
  readonly inGuild?: boolean;
  readonly autocomplete?: boolean;
}

/** Somebody sends a slash command, or types in one. */
export function sendCommand(
  discord: FakeDiscord,
  name: string,
  options: Readonly<Record<string, string>>,
  { user = snowflake(), inGuild = true, autocomplete = false }: CommandOptions = {},
): SentInteraction {
  const id = snowflake();
  const token = `token-of-${id}`;
  const person = { id: user, username: "reader", discriminator: "0", avatar: null, global_name: null };
  const member = {
    user: person,
    roles: [],
    joined_at: "2024-01-01T00:00:00Z",
    deaf: false,
    mute: false,
    flags: 0,
    permissions: "0",
  };
  const channel = snowflake();
  discord.gateway.dispatch("INTERACTION_CREATE", {
    id,
    token,
    application_id: discord.application,
    type: autocomplete ? 4 : 2,
    version: 1,
    data: {
      id: snowflake(),
      name,
      type: 1,
      options: Object.entries(options).map(([key, value]) => ({
        type: 3,
        name: key,
        value,
        ...(autocomplete ? { focused: true } : {}),
      })),
    },
    channel_id: channel,
    channel: { id: channel, type: inGuild ? 0 : 1, ...(inGuild ? {} : { recipients: [person] }) },
    ...(inGuild ? { guild_id: snowflake(), member } : { user: person }),
    locale: "en-GB",
    app_permissions: "0",
    entitlements: [],
    authorizing_integration_owners: { "1": user },
    context: inGuild ? 0 : 1,
    attachment_size_limit: 10_485_760,
  });
  return { id, token };
}

interface MessageOptions {
  readonly user?: string;
  readonly bot?: boolean;
  readonly webhook?: boolean;
  readonly direct?: boolean;
  readonly mentions?: readonly string[];
  readonly type?: number;
}

/** Somebody writes a message; tells its id and channel. */
export function sendMessage(
  discord: FakeDiscord,
  content: string,
  options: MessageOptions = {},
): { id: string; channel: string } {
  const {
    user = snowflake(),
    bot = false,
    webhook = false,
    direct = false,
    mentions = [],
    type = 0,
  } = options;
  const id = snowflake();
  const channel = snowflake();
  const person = (of: string) => ({
    id: of,
    username: `user-${of}`,
    discriminator: "0",
    avatar: null,
    global_name: null,
  });
  discord.gateway.dispatch("MESSAGE_CREATE", {
    id,
    channel_id: channel,
    ...(direct ? {} : { guild_id: snowflake() }),
    ...(webhook ? { webhook_id: snowflake() } : {}),
    author: { ...person(user), ...(bot ? { bot: true } : {}) },
    content,
    timestamp: "2024-01-01T00:00:00.000000+00:00",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: mentions.map(person),
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type,
  });
  return { id, channel };
}

/** What the person who sent the command sees in the end: the first message, after a deferral or at once. */
export async function replyTo(discord: FakeDiscord, { id, token }: SentInteraction): Promise<MessageBody> {
  const callback = await discord.requests.next("POST", `/interactions/${id}/${token}/callback`);
  const { type, data } = callback.body as { type: number; data: MessageBody };
  if (type !== 5) return data;
  const edit = await discord.requests.next(
    "PATCH",
    `/webhooks/${discord.application}/${token}/messages/@original`,
  );
  return edit.body as MessageBody;
}

/** The first message that was sent to a channel. */
export async function messageIn(discord: FakeDiscord, channel: string): Promise<MessageBody> {
  return (await discord.requests.next("POST", `/channels/${channel}/messages`)).body as MessageBody;
}

/** Every text of a message, in order. */
export function textsOf(body: MessageBody): readonly string[] {
  const inside = (body.components ?? []).flatMap((component) => textsOf(component));
  return [...(body.content === undefined ? [] : [body.content]), ...inside];
}
