import { z } from "zod";

const user = z.object({ id: z.string() });

const option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

const APPLICATION_COMMAND = 2;
const AUTOCOMPLETE = 4;

const raw = z.object({
  id: z.string(),
  token: z.string(),
  application_id: z.string(),
  type: z.literal([APPLICATION_COMMAND, AUTOCOMPLETE]),
  // In servers the user is inside the member; neither the server nor the channel is needed to answer.
  user: user.optional(),
  member: z.object({ user: user.optional() }).optional(),
  data: z.object({ name: z.string(), options: z.array(option).optional() }),
});

/** A slash command that was sent, or one that is being typed. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly application: string;
  readonly user: string;
  readonly kind: "command" | "autocomplete";
  readonly command: string;
  /** Text of the options by name. */
  readonly options: Readonly<Record<string, string>>;
  /** Autocomplete: the text of the option that is being typed. */
  readonly typed: string;
}

/** Reads the `d` of an INTERACTION_CREATE; undefined for kinds that the bot does not serve. */
export function parseInteraction(data: unknown): Interaction | undefined {
  const parsed = raw.safeParse(data);
  if (!parsed.success) return undefined;
  const { id, token, application_id: application, type, member } = parsed.data;
  const options = parsed.data.data.options ?? [];
  return {
    id,
    token,
    application,
    user: (parsed.data.user ?? member?.user)?.id ?? "unknown",
    kind: type === AUTOCOMPLETE ? "autocomplete" : "command",
    command: parsed.data.data.name,
    options: Object.fromEntries(options.map(({ name, value = "" }) => [name, String(value)])),
    typed: String(options.find(({ focused }) => focused)?.value ?? ""),
  };
}
