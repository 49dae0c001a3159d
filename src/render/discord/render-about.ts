import type { WorkSummary } from "../../conversation/quoth.js";
import { describeTranslation } from "../../edition/translation.js";
import { ACCENTS } from "./accents.js";
import type { MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import type { Card } from "./quote-cards.js";
import { label } from "./quote-labels.js";
import { linesCard } from "./text-lines.js";

const WORKS_AT_MOST = 5;
const URL_ROOM = 300;

const WHAT_IT_DOES =
  "**quoth** answers a question about a primary source with that source’s own words, or says that the source does not answer. " +
  "It writes no sentence about the content, has no opinion, and pings nobody.";

function privacy(keepsFeedback: boolean): string {
  const feedback = keepsFeedback
    ? "When you press **Not what I asked**, the question and the passage are kept to make answers better, without your name, the place or the time."
    : "No question is kept.";
  return (
    `**Your privacy.** What you ask is read, answered and dropped. ${feedback} ` +
    "Of a server only what its managers choose with /settings is stored, and it is deleted when the bot is removed. " +
    "Messages are read only where they mention the bot, are direct messages to it, or are handed to it from the menu."
  );
}

/** What is loaded, from where and under which licence; what becomes of what people write. */
export function renderAbout(
  works: readonly WorkSummary[],
  keepsFeedback: boolean,
): readonly MessagePayload[] {
  const cards: Card[] = [
    { accent: ACCENTS.neutral, texts: [WHAT_IT_DOES, privacy(keepsFeedback)], reference: "" },
    ...works.slice(0, WORKS_AT_MOST).map(workCard),
  ];
  const more = works.slice(WORKS_AT_MOST);
  if (more.length > 0) {
    const names = more.map(({ author, title, id }) => `${label(author)}, ${label(title)} (${label(id)})`);
    cards.push(
      linesCard(ACCENTS.neutral, `**${works.length} works are loaded.** Also:`, names, (count) => {
        return `-# and ${count} more works: /ask and /settings complete their names`;
      }),
    );
  }
  return packCards(cards);
}

function workCard({ id, title, author, addressee, date, witnesses }: WorkSummary): Card {
  const about = [
    label(author),
    ...(addressee === undefined ? [] : [`to ${label(addressee)}`]),
    ...(date === undefined ? [] : [label(date)]),
  ];
  const lines = witnesses.map(
    ({ siglum, title: heading, publisher, editor, url, licence, sha256, translation }) =>
      [
        `**${label(siglum)}** · ${label(publisher ?? editor)}${heading === undefined ? "" : ` · ${label(heading)}`}`,
        ...(translation ? [`-# ${label(describeTranslation(translation))}`] : []),
        ...(url === undefined ? [] : [`-# ${label(url, URL_ROOM)}`]),
        `-# ${licence === undefined ? "No licence is stated" : label(licence)}`,
        `-# SHA-256 ${sha256}`,
      ].join("\n"),
  );
  const heading = `**${label(title)}** (${label(id)})\n${about.join(" · ")}`;
  return linesCard(ACCENTS.text, heading, lines, (count) => `-# and ${count} more editions`);
}
