import type { Concordance } from "../../edition/concordance.js";
import type { Layer } from "../../edition/layer.js";
import { ACCENTS } from "./accents.js";
import { escapeMarkdown } from "./escape-markdown.js";
import { isolateDirection } from "./isolate-direction.js";
import type { MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import { BLOCK_OVERHEAD, quotedLength } from "./quote-block.js";
import type { Card } from "./quote-cards.js";
import { label } from "./quote-labels.js";
import { renderNothingFound } from "./render-nothing-found.js";
import type { RenderContext } from "./render-context.js";

const LAYERS: Readonly<Record<Layer, string>> = {
  text: "in the text",
  note: "in editors’ notes",
  heading: "in headings of editions",
  metadata: "in particulars of editions",
};
const HITS_AT_MOST = 8;
/** A sentence longer than this (escaped) is named and not shown. */
const SENTENCE_ROOM = 700;
const BOLD_AND_MORE = BLOCK_OVERHEAD + 8;

/** Every occurrence of some words, each in its sentence; more than a message holds are counted. */
export function renderConcordance(found: Concordance, context: RenderContext): readonly MessagePayload[] {
  const words = label(found.words);
  if (found.total === 0) return renderNothingFound(`**${words}** occurs in no edition.`, undefined, context);
  const counts = (Object.keys(LAYERS) as Layer[]).flatMap((layer) => {
    const count = found.byLayer[layer];
    return count === 0 ? [] : [`${count} ${LAYERS[layer]}`];
  });
  const head = `**${words}**: ${found.total === 1 ? "once" : `${found.total} times`} (${counts.join(", ")})`;
  const shown = found.hits.slice(0, HITS_AT_MOST);
  const left = found.total - shown.length;
  const cards: Card[] = [{ accent: ACCENTS.neutral, texts: [head], reference: "" }];
  for (const hit of shown) cards.push(hitCard(hit, context));
  if (left > 0)
    cards.push({
      accent: ACCENTS.neutral,
      texts: [`-# ${left} more. Add a word to narrow the search.`],
      reference: "",
    });
  return packCards(cards);
}

function hitCard({ quote, start, end }: Concordance["hits"][number], { authorOf }: RenderContext): Card {
  const own = quote.layer === "text";
  const not = own ? "" : `, **not by ${label(authorOf(quote.work) ?? "the author")}**`;
  const where = `**${label(quote.voice)}**${not} · ${label(quote.reference)} · ${label(quote.witnesses.join(", "))}`;
  const card = { accent: own ? ACCENTS.text : ACCENTS.editorial, reference: quote.reference };
  if (quotedLength(quote.text) + BOLD_AND_MORE > SENTENCE_ROOM)
    return { ...card, texts: [`${where}\n-# Look it up with /quote`] };
  return { ...card, texts: [`>>> ${inBold(quote.text, start, end)}`, `-# ${where}`] };
}

/** The sentence as it is, with the words found in bold where that adds no sign and splits no grapheme. */
function inBold(text: string, start: number, end: number): string {
  const isolated = isolateDirection(text);
  const hit = text.slice(start, end);
  if (isolated !== text || !/^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u.test(hit) || hit.includes("\n")) {
    return escapeMarkdown(isolated);
  }
  return `${escapeMarkdown(text.slice(0, start))}**${escapeMarkdown(hit)}**${escapeMarkdown(text.slice(end))}`;
}
