import type { Citation } from "../../edition/citation/citation.js";
import { ACCENTS } from "./accents.js";
import { escapeMarkdown } from "./escape-markdown.js";
import { type Button, MESSAGE_LIMITS, type MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import { NOTICE_ROOM } from "./quote-cards.js";
import { readingLink } from "./reading-link.js";
import { label } from "./quote-labels.js";

/** Formats for programs: shown as code, for copying. */
const FOR_PROGRAMS = new Set([
  "bibtex",
  "ris",
  "csl-json",
  "tei",
  "web-annotation",
  "text-fragment",
  "receipt",
]);
const FENCE = 10;

/** A citation to be copied, with its shorter forms; `buttons` lead to other styles. */
export function renderCitation(
  citation: Citation,
  buttons: readonly Button[] = [],
): readonly MessagePayload[] {
  const heading = `**${label(citation.style)}** · ${label(citation.reference)} · ${label(citation.witness)}`;
  const forms = [
    ...(citation.items ?? []).map(({ form, text }) => `-# ${form.replace("-", " ")}: ${label(text, 400)}`),
    readingLink(citation.url),
  ].filter((line) => line !== "");
  const room = MESSAGE_LIMITS.text - NOTICE_ROOM - heading.length - forms.join("\n").length - FENCE;
  const body = shown(citation, room);
  return packCards([
    {
      accent: ACCENTS.neutral,
      texts: [heading, body, forms.join("\n")].filter((text) => text !== ""),
      buttons,
      reference: citation.reference,
    },
  ]);
}

function shown({ citation, style }: Citation, room: number): string {
  // Nothing is live inside a fence, and only three accents end it.
  const fenced = FOR_PROGRAMS.has(style) && !citation.includes("`");
  const text = fenced ? `\`\`\`\n${citation}\n\`\`\`` : escapeMarkdown(citation);
  return text.length <= room ? text : "This one is too long for a message. On the command line: quoth cite.";
}
