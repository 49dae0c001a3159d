import { clipText } from "../../render/discord/clip-text.js";
import type { AutocompleteInteraction } from "../interaction.js";
import type { Source } from "../source.js";
import { LATE, within } from "../within.js";

/** Discord's limits: suggestions at a time, and characters of each name and value. */
const CHOICES_AT_MOST = 25;
const CHOICE_LENGTH = 100;
/** Discord takes suggestions for three seconds; nothing is better than a failure shown to whoever types. */
const PATIENCE_MS = 2000;

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** The best completions of what has been typed into an option; none where they cannot be had in time. */
export async function handleAutocomplete(
  source: Source,
  { option, typed }: AutocompleteInteraction,
): Promise<readonly Choice[]> {
  const suggestions = await within(PATIENCE_MS, suggest(source, option, typed));
  if (suggestions === LATE) return [];
  return suggestions
    .map(({ name, value }) => ({ name: clipText(name, CHOICE_LENGTH), value }))
    .filter(({ name, value }) => name !== "" && value !== "" && value.length <= CHOICE_LENGTH)
    .slice(0, CHOICES_AT_MOST);
}

async function suggest(source: Source, option: string, typed: string): Promise<readonly Choice[]> {
  const works = source.works();
  switch (option) {
    case "work":
      return matching(
        typed,
        works.map(({ id, title, author }) => ({ name: `${id}: ${author}, ${title}`, value: id })),
      );
    case "edition": {
      const editions = works.flatMap(({ witnesses }) => witnesses);
      return matching(
        typed,
        editions.map(({ siglum, publisher, editor }) => ({
          name: `${siglum}: ${publisher ?? editor}`,
          value: siglum,
        })),
      );
    }
    case "label": {
      const { quotes } = await source.notes(undefined);
      const notes = quotes.map(({ reference, text }) => ({
        sign: reference.replace(/^.*:note\./, ""),
        text,
      }));
      return matching(
        typed,
        notes.map(({ sign, text }) => ({ name: `${sign}: ${text}`, value: sign })),
      );
    }
    default:
      return source.suggest(typed, CHOICES_AT_MOST);
  }
}

/** Those that hold what was typed, each value once. */
function matching(typed: string, choices: readonly Choice[]): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  const unique = new Map(choices.map((choice) => [choice.value, choice]));
  return [...unique.values()].filter(({ name }) => name.toLowerCase().includes(wanted));
}
