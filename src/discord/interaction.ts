import { z } from "zod";
import type { Place } from "./place.js";
import { type ShownMessage, readShownMessage } from "./shown-message.js";

const APPLICATION_COMMAND = 2;
const MESSAGE_COMPONENT = 3;
const AUTOCOMPLETE = 4;
const BOT_DM = 1;
const MANAGES_SERVER = 0x20n | 0x8n;

const user = z.object({ id: z.string() });

const option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

const raw = z.object({
  id: z.string(),
  token: z.string(),
  application_id: z.string(),
  type: z.literal([APPLICATION_COMMAND, MESSAGE_COMPONENT, AUTOCOMPLETE]),
  channel_id: z.string().nullish(),
  guild_id: z.string().nullish(),
  // In servers the user is inside the member.
  user: user.optional(),
  member: z
    .object({
      user: user.optional(),
      permissions: z
        .string()
        .regex(/^\d{1,20}$/)
        .optional(),
    })
    .nullish(),
  message: z.unknown().optional(),
  context: z.number().nullish(),
  data: z.object({
    name: z.string().optional(),
    custom_id: z.string().optional(),
    options: z.array(option).optional(),
    target_id: z.string().optional(),
    resolved: z
      .object({ messages: z.record(z.string(), z.object({ content: z.string().optional() })).optional() })
      .optional(),
  }),
});

interface Common {
  readonly id: string;
  readonly token: string;
  readonly application: string;
  readonly place: Place;
}

/** A command that was sent. */
export interface CommandInteraction extends Common {
  readonly kind: "command";
  readonly command: string;
  /** Text of the options by name. */
  readonly options: Readonly<Record<string, string>>;
  /** Message menu: what the message says. */
  readonly target?: string;
  /** Whether the user may manage the server. */
  readonly manages: boolean;
}

/** A command that is being typed: the option under the cursor. */
export interface AutocompleteInteraction extends Common {
  readonly kind: "autocomplete";
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

/** A button that was pressed, and the message under which it stands. */
export interface ButtonInteraction extends Common {
  readonly kind: "button";
  readonly customId: string;
  /** Whether it was pressed in a direct message with the bot. */
  readonly isDirect: boolean;
  readonly message: ShownMessage;
}

export type Interaction = CommandInteraction | AutocompleteInteraction | ButtonInteraction;

/** Reads the `d` of an INTERACTION_CREATE; undefined for kinds that the bot does not serve. */
export function parseInteraction(input: unknown): Interaction | undefined {
  const parsed = raw.safeParse(input);
  if (!parsed.success) return undefined;
  const { id, token, application_id: application, type, member, data, ...rest } = parsed.data;
  const place: Place = {
    user: (rest.user ?? member?.user)?.id ?? "unknown",
    ...(rest.channel_id ? { channel: rest.channel_id } : {}),
    ...(rest.guild_id ? { server: rest.guild_id } : {}),
  };
  const common = { id, token, application, place };
  if (type === MESSAGE_COMPONENT) {
    if (data.custom_id === undefined) return undefined;
    return {
      ...common,
      kind: "button",
      customId: data.custom_id,
      isDirect: rest.context === BOT_DM,
      message: readShownMessage(rest.message),
    };
  }
  if (data.name === undefined) return undefined;
  const options = data.options ?? [];
  if (type === AUTOCOMPLETE) {
    const focused = options.find((one) => one.focused);
    return {
      ...common,
      kind: "autocomplete",
      command: data.name,
      option: focused?.name ?? "",
      typed: String(focused?.value ?? ""),
    };
  }
  const target = data.target_id === undefined ? undefined : data.resolved?.messages?.[data.target_id];
  return {
    ...common,
    kind: "command",
    command: data.name,
    options: Object.fromEntries(options.map(({ name, value = "" }) => [name, String(value)])),
    ...(target === undefined ? {} : { target: target.content ?? "" }),
    manages: (BigInt(member?.permissions ?? "0") & MANAGES_SERVER) !== 0n,
  };
}
