import { type AddCommand, type CommonOptions, withPlaces } from "../command-context.js";
import { EXIT, type ExitCode } from "../exit-code.js";

export const addBot: AddCommand = (program, { io, withQuoth, run }) => {
  withPlaces(program.command("bot"))
    .description(
      "serve on Discord, until SIGTERM or SIGINT (settings: DISCORD_TOKEN, QUOTH_DISCORD_API, or .env)",
    )
    .action((options: CommonOptions) =>
      run(async () => {
        // Nothing but this command loads discord.js.
        const { serveDiscord } = await import("../../serve-discord.js");
        return withQuoth(options, async (quoth): Promise<ExitCode> => {
          await serveDiscord(quoth, io);
          return EXIT.ok;
        });
      }),
    );
};
