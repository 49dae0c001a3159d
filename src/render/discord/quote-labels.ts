import type { Layer } from "../../edition/layer.js";
import type { Quote } from "../../edition/quote.js";
import { describeTranslation } from "../../edition/translation.js";
import { describeLeaning } from "../describe-leaning.js";
import { clipText } from "./clip-text.js";
import { readingLink } from "./reading-link.js";
import { escapeMarkdown, escapedLength } from "./escape-markdown.js";

/** Room, in escaped characters, for what comes from work.yaml and could be of any length. */
const LABEL_ROOM = 200;
const CITATION_ROOM = 600;

const LAYER_NAMES: Readonly<Record<Layer, string>> = {
  text: "Text",
  note: "Editor’s note",
  heading: "Heading of the edition",
  metadata: "Particulars of the edition",
};

/** A name or reference within a line of labels: one line, bounded, every sign shown as it is. */
export function label(text: string, room = LABEL_ROOM): string {
  return escapeMarkdown(clipText(text, room, escapedLength));
}

/** Whether a text holds the attribution of a passage. */
export function attributes(text: string, reference: string): boolean {
  return text.includes(` · ${label(reference)} · `);
}

/** Whose words, where, which editions read so, and the citation: what stands under every quote. */
export function attribution(quote: Quote): string {
  const spoken =
    quote.layer !== "text" || quote.author === undefined || quote.voice === quote.author
      ? ""
      : ` (in the work of ${label(quote.author)})`;
  const translated = quote.translation ? ` · **${label(describeTranslation(quote.translation))}**` : "";
  const place = `**${label(quote.voice)}**${spoken} · ${label(quote.reference)} · reads so in ${label(quote.witnesses.join(", "))}${translated}`;
  const leaning = quote.leansOn === undefined ? "" : `-# ${describeLeaning(label(quote.leansOn))}`;
  return [place, leaning, `-# ${label(quote.citation, CITATION_ROOM)}`, readingLink(quote.url)]
    .filter((line) => line !== "")
    .join("\n");
}

/**
 * What stands above words that are not the author's: the editor's or archive's name, and that the author did
 * not write them. Undefined for the author's own text.
 */
export function editorialHeading(quote: Quote, author: string | undefined): string | undefined {
  if (quote.layer === "text") return undefined;
  const kind = LAYER_NAMES[quote.layer];
  if (quote.voice === author) return `**${label(quote.voice)}**: ${kind.toLowerCase()}`;
  return `**${label(quote.voice)}**\n${kind}, **not by ${author === undefined ? "the author" : label(author)}**`;
}
