import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import { CITATION_STYLES } from "../edition/citation/citation-style.js";
import { localised } from "./localised-descriptions.js";

/** Discord's own limit for a string option is 6,000; no question or passage of use is longer than this. */
const WORDS_AT_MOST = 2000;
const QUOTATION_AT_MOST = 6000;
export const CHECK_QUOTATIONS = "Check quotations";

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

const EDITION = words("edition", "An edition, by its short name", { autocomplete: true, max_length: 100 });
const WORK = words("work", "The work that is asked; all of them without it", {
  autocomplete: true,
  max_length: 100,
});
const PRIVATE: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: "private",
  description: "Whether you alone see the answer",
};

/** The application commands as they are registered, in Discord's own form. */
export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  command(
    "ask",
    "Ask a question: the answer is the source's own words, or an honest no",
    words("question", "What you want to know", { required: true }),
    EDITION,
    PRIVATE,
  ),
  command(
    "quote",
    "Look a passage up by its reference or by a few of its words",
    words("passage", "A reference such as 3.1, or some words of the passage", {
      required: true,
      autocomplete: true,
    }),
  ),
  command(
    "find",
    "Find every occurrence of some words, with their context",
    words("words", "The words", { required: true }),
  ),
  command(
    "verify",
    "Check a quotation against the source, word for word",
    words("quotation", "The words as somebody quotes them", {
      required: true,
      max_length: QUOTATION_AT_MOST,
    }),
  ),
  command(
    "read",
    "Read the source, passage by passage, for yourself",
    words("from", "Where to begin: a reference such as 3", { autocomplete: true }),
  ),
  command(
    "notes",
    "The editors' notes",
    words("label", "The note's sign, such as A", { autocomplete: true, max_length: 100 }),
  ),
  command(
    "compare",
    "Where the editions differ",
    words("passage", "A reference such as 3.1; the whole text without it", { autocomplete: true }),
  ),
  command(
    "cite",
    "Cite a passage in a style of your choice",
    words("passage", "A reference such as 3.1", { required: true, autocomplete: true }),
    {
      ...words("style", "The style", { required: true }),
      choices: CITATION_STYLES.map((style) => ({ name: style, value: style })),
    } as APIApplicationCommandBasicOption,
  ),
  command("about", "The source, its editions and licences, your privacy, and what this bot does not do"),
  {
    ...command(
      "settings",
      "What this bot does in this server (for those who manage it)",
      words("work", "The work that is meant where none is named", { autocomplete: true, max_length: 100 }),
      words("edition", "The edition that is quoted from first", { autocomplete: true, max_length: 100 }),
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "private",
        description: "Whether answers to commands are shown to the asker alone",
      },
      {
        ...words("mentions", "Where mentions are answered", {}),
        choices: ["everywhere", "nowhere"].map((name) => ({ name, value: name })),
      } as APIApplicationCommandBasicOption,
      channel("answer-in", "Answer mentions in this channel, and not in those that are not named"),
      channel("not-in", "Answer mentions in this channel no more"),
      { type: ApplicationCommandOptionType.Boolean, name: "reset", description: "Go back to the defaults" },
    ),
    // Discord's OpenAPI description wants a number here, though it gives a string back.
    default_member_permissions: Number(PermissionFlagsBits.ManageGuild) as unknown as string,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  {
    type: ApplicationCommandType.Message,
    name: CHECK_QUOTATIONS,
    ...localised(CHECK_QUOTATIONS, "name"),
    ...EVERYWHERE,
  },
];

/** The commands for so many works: where there are several, /ask lets one be chosen. */
export function commandsFor(works: number): typeof COMMANDS {
  if (works < 2) return COMMANDS;
  return COMMANDS.map((one) => {
    if (!("options" in one) || one.name !== "ask") return one;
    const [question, ...rest] = one.options ?? [];
    return { ...one, options: [question, WORK, ...rest] } as typeof one;
  });
}

/** For installation by a server and by a user; in servers, direct messages and group messages. */
function command(name: string, description: string, ...options: APIApplicationCommandBasicOption[]) {
  return {
    type: ApplicationCommandType.ChatInput as const,
    name,
    description,
    ...localised(name, "description"),
    options,
    ...EVERYWHERE,
  };
}

function words(
  name: string,
  description: string,
  more: { readonly required?: boolean; readonly autocomplete?: boolean; readonly max_length?: number },
): APIApplicationCommandBasicOption {
  const given = { max_length: WORDS_AT_MOST, ...more };
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description,
    ...given,
  };
}

function channel(name: string, description: string): APIApplicationCommandBasicOption {
  const channel_types = [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread] as const;
  return { type: ApplicationCommandOptionType.Channel, name, description, channel_types: [...channel_types] };
}
