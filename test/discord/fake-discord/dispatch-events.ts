import type { Component, MessageBody } from "./check-message.js";
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
  readonly guild?: string;
  readonly channel?: string;
  /** Of the member, as a decimal number. */
  readonly permissions?: string;
  /** What the message says from whose menu the command was chosen. */
  readonly target?: string;
}

/** Somebody sends a command, or types in one: the last option is the one under the cursor. */
export function sendCommand(
  discord: FakeDiscord,
  name: string,
  options: Readonly<Record<string, string | boolean>>,
  more: CommandOptions = {},
): SentInteraction {
  const { autocomplete = false, target } = more;
  const given = Object.entries(options).map(([key, value], index, all) => ({
    type: typeof value === "boolean" ? 5 : 3,
    name: key,
    value,
    ...(autocomplete && index === all.length - 1 ? { focused: true } : {}),
  }));
  const id = snowflake();
  const message = {
    id,
    content: target,
    author: person(snowflake()),
    mentions: [],
    attachments: [],
    embeds: [],
  };
  return sendInteraction(discord, autocomplete ? 4 : 2, more, {
    data: {
      id: snowflake(),
      name,
      ...(target === undefined
        ? { type: 1, options: given }
        : { type: 3, target_id: id, resolved: { messages: { [id]: message } } }),
    },
  });
}

/** Somebody presses a button under a message of the bot's, which Discord sends along as it was. */
export function pressButton(
  discord: FakeDiscord,
  customId: string,
  body: MessageBody,
  more: CommandOptions = {},
): SentInteraction {
  const message = { ...body, id: snowflake(), author: person(discord.self), content: body.content ?? "" };
  return sendInteraction(discord, 3, more, { data: { component_type: 2, custom_id: customId }, message });
}

function sendInteraction(
  discord: FakeDiscord,
  type: number,
  { user = snowflake(), inGuild = true, permissions = "0", ...place }: CommandOptions,
  data: object,
): SentInteraction {
  const { guild = snowflake(), channel = snowflake() } = place;
  const id = snowflake();
  const token = `token-of-${id}`;
  const member = {
    user: person(user),
    roles: [],
    joined_at: "2024-01-01T00:00:00Z",
    deaf: false,
    mute: false,
    flags: 0,
    permissions,
  };
  discord.gateway.dispatch("INTERACTION_CREATE", {
    id,
    token,
    application_id: discord.application,
    type,
    version: 1,
    ...data,
    channel_id: channel,
    channel: { id: channel, type: inGuild ? 0 : 1, ...(inGuild ? {} : { recipients: [person(user)] }) },
    ...(inGuild ? { guild_id: guild, member } : { user: person(user) }),
    locale: "en-GB",
    app_permissions: "0",
    entitlements: [],
    authorizing_integration_owners: { "1": user },
    context: inGuild ? 0 : 1,
    attachment_size_limit: 10_485_760,
  });
  return { id, token };
}

function person(id: string) {
  return { id, username: `user-${id}`, discriminator: "0", avatar: null, global_name: null };
}

interface MessageOptions {
  readonly user?: string;
  readonly bot?: boolean;
  readonly webhook?: boolean;
  readonly direct?: boolean;
  readonly mentions?: readonly string[];
  readonly type?: number;
  readonly channel?: string;
  readonly guild?: string;
  /** A message of the bot's to which this one is a reply. */
  readonly repliesTo?: MessageBody;
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
    repliesTo,
    type = repliesTo ? 19 : 0,
    channel = snowflake(),
    guild = snowflake(),
  } = options;
  const id = snowflake();
  discord.gateway.dispatch("MESSAGE_CREATE", {
    id,
    channel_id: channel,
    ...(direct ? {} : { guild_id: guild }),
    ...(webhook ? { webhook_id: snowflake() } : {}),
    author: { ...person(user), ...(bot ? { bot: true } : {}) },
    content,
    timestamp: "2024-01-01T00:00:00.000000+00:00",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: mentions.map((one) => person(one)),
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type,
    ...(repliesTo
      ? { referenced_message: { content: "", ...repliesTo, id: snowflake(), author: person(discord.self) } }
      : {}),
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

/** The custom ids of a message's buttons, by their labels. */
export function buttonsOf(body: MessageBody | Component): Readonly<Record<string, string>> {
  const inside = (body.components ?? []).map((component) => buttonsOf(component));
  const own = "label" in body && body.custom_id !== undefined ? { [body.label ?? ""]: body.custom_id } : {};
  return Object.assign({}, own, ...inside) as Readonly<Record<string, string>>;
}
