import type { Quoth } from "../conversation/quoth.js";
import { clipText } from "../render/discord/clip-text.js";
import { LATE, within } from "./within.js";

/** Discord's limits: suggestions at a time, and characters of each name and value. */
const CHOICES_AT_MOST = 25;
const CHOICE_LENGTH = 100;
/** Discord takes suggestions for three seconds; nothing is better than a failure shown to whoever types. */
const PATIENCE_MS = 2000;

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** The best completions of what has been typed; none where they cannot be had in time. */
export async function handleAutocomplete(quoth: Quoth, typed: string): Promise<readonly Choice[]> {
  const suggestions = await within(PATIENCE_MS, quoth.suggest(typed, CHOICES_AT_MOST));
  if (suggestions === LATE) return [];
  return suggestions
    .map(({ name, value }) => ({ name: clipText(name, CHOICE_LENGTH), value }))
    .filter(({ name, value }) => name !== "" && value !== "" && value.length <= CHOICE_LENGTH)
    .slice(0, CHOICES_AT_MOST);
}
