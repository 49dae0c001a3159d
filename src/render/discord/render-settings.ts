import { ACCENTS } from "./accents.js";
import type { MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import { label } from "./quote-labels.js";

interface ShownSettings {
  readonly work?: string | undefined;
  readonly edition?: string | undefined;
  readonly privateAnswers: boolean;
  readonly mentions: "everywhere" | "nowhere" | readonly string[];
}

const CHANNELS_SHOWN = 50;

/** What a server has chosen. Channels are shown as Discord links them, which notifies nobody. */
export function renderSettings({
  work,
  edition,
  privateAnswers,
  mentions,
}: ShownSettings): readonly MessagePayload[] {
  const channels =
    typeof mentions === "string"
      ? mentions
      : `in ${mentions
          .slice(0, CHANNELS_SHOWN)
          .map((id) => `<#${id}>`)
          .join(", ")}${mentions.length > CHANNELS_SHOWN ? " and more" : ""}`;
  const lines = [
    "**In this server**",
    `Work where none is named: ${work === undefined ? "any" : label(work)}`,
    `Edition quoted from first: ${edition === undefined ? "the work’s own first" : label(edition)}`,
    `Answers to commands: ${privateAnswers ? "for the asker alone" : "for everybody in the channel"}`,
    `Mentions are answered: ${channels}`,
  ];
  return packCards([{ accent: ACCENTS.neutral, texts: [lines.join("\n")], reference: "" }]);
}
