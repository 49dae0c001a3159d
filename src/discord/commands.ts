import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";

/** Discord's own limit for a string option is 6,000; no question or passage of use is longer than this. */
const WORDS_AT_MOST = 2000;

/** The application commands as they are registered, in Discord's own form. */
export const COMMANDS: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] = [
  command("ask", "Ask a question: the answer is the source's own words, or an honest no", {
    type: ApplicationCommandOptionType.String,
    name: "question",
    description: "What you want to know",
    required: true,
    max_length: WORDS_AT_MOST,
  }),
  command("quote", "Look a passage up by its reference or by a few of its words", {
    type: ApplicationCommandOptionType.String,
    name: "passage",
    description: "A reference such as 3.1, or some words of the passage",
    required: true,
    autocomplete: true,
    max_length: WORDS_AT_MOST,
  }),
];

/** For installation by a server and by a user; in servers, direct messages and group messages. */
function command(
  name: string,
  description: string,
  ...options: APIApplicationCommandBasicOption[]
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    options,
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  };
}
