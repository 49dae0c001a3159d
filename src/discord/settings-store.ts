import { z } from "zod";

const name = z.string().min(1).max(100);
const id = z.string().regex(/^\d{1,20}$/);

/** Channels that one server may name; Discord has at most 500 in one. */
const CHANNELS_AT_MOST = 500;

/** What the managers of a server have chosen; what is left out is the default. */
export const serverSettingsSchema = z.object({
  work: name.optional(),
  edition: name.optional(),
  /** Whether answers to commands are shown to the asker alone unless `private` says otherwise. */
  privateAnswers: z.boolean().default(false),
  /** Where mentions are answered: everywhere, nowhere, or in these channels. */
  mentions: z
    .union([z.enum(["everywhere", "nowhere"]), z.array(id).max(CHANNELS_AT_MOST)])
    .default("everywhere"),
});

export type ServerSettings = Readonly<z.infer<typeof serverSettingsSchema>>;

export const DEFAULT_SERVER_SETTINGS: ServerSettings = Object.freeze(serverSettingsSchema.parse({}));

/** Keeps the settings of servers: the only thing that the bot stores unless its operator asks for more. */
export interface SettingsStore {
  /** Undefined for a server that has none. */
  get(server: string): Promise<ServerSettings | undefined>;
  set(server: string, settings: ServerSettings): Promise<void>;
  /** Everything that is known about the server is gone afterwards. */
  forget(server: string): Promise<void>;
  /** The servers that have settings. */
  servers(): Promise<readonly string[]>;
  close(): Promise<void>;
}
