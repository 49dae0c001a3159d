import { QuothError } from "../../edition/quoth-error.js";
import { renderSettings } from "../../render/discord/render-settings.js";
import { DEFAULT_SERVER_SETTINGS, type ServerSettings, serverSettingsSchema } from "../settings-store.js";
import type { Source } from "../source.js";
import type { Handler } from "./handler.js";

/** `/settings`: changes what is named and shows what then holds; shows it alone where nothing is named. */
export const handleSettings: Handler = async ({ source, store }, { interaction }) => {
  const { place, manages, options } = interaction;
  if (place.server === undefined || !manages) {
    throw new QuothError("usage", "Only those who manage a server can change what I do there.", {
      remedy: "Ask one of them.",
    });
  }
  if (options["reset"] === "true") {
    await store.forget(place.server);
    return renderSettings(DEFAULT_SERVER_SETTINGS);
  }
  // Read anew: what holds while the store is away must not be written over what it keeps.
  const settings = (await store.get(place.server)) ?? DEFAULT_SERVER_SETTINGS;
  const changed = serverSettingsSchema.parse(change(source, settings, options));
  if (Object.keys(options).length > 0) await store.set(place.server, changed);
  return renderSettings(changed);
};

function change(
  source: Source,
  settings: ServerSettings,
  options: Readonly<Record<string, string>>,
): ServerSettings {
  const { work, edition, private: privately, mentions } = options;
  return {
    ...settings,
    ...(work === undefined
      ? {}
      : {
          work: known(
            work,
            source.works().map(({ id }) => id),
            "work",
          ),
        }),
    ...(edition === undefined ? {} : { edition: known(edition, sigla(source), "edition") }),
    ...(privately === undefined ? {} : { privateAnswers: privately === "true" }),
    mentions: changeMentions(
      mentions === "everywhere" || mentions === "nowhere" ? mentions : settings.mentions,
      options,
    ),
  };
}

function changeMentions(
  mentions: ServerSettings["mentions"],
  options: Readonly<Record<string, string>>,
): ServerSettings["mentions"] {
  const { "answer-in": add, "not-in": remove } = options;
  if (add === undefined && remove === undefined) return mentions;
  const named = typeof mentions === "string" ? [] : mentions;
  const channels = [...new Set([...named, ...(add === undefined ? [] : [add])])].filter(
    (one) => one !== remove,
  );
  // "Not in this one" says nothing about the others where all of them are answered in.
  if (mentions === "everywhere" && add === undefined) {
    throw new QuothError("usage", "Mentions are answered everywhere: no channel can be taken out of that.", {
      remedy: "Name the channels to answer in, with answer-in.",
    });
  }
  return channels.length === 0 ? "nowhere" : channels;
}

function known(name: string, names: readonly string[], kind: string): string {
  const found = names.find((one) => one.toLowerCase() === name.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new QuothError(
    kind === "work" ? "unknown-work" : "unknown-witness",
    `There is no ${kind} "${name}" here.`,
    {
      remedy: `These are loaded: ${names.join(", ")}.`,
    },
  );
}

function sigla(source: Source): readonly string[] {
  return [...new Set(source.works().flatMap(({ witnesses }) => witnesses.map(({ siglum }) => siglum)))];
}
