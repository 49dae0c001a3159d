import { languageName } from "../../edition/language.js";
import type { Answer } from "../../retrieval/answer.js";
import { nameSome } from "../../retrieval/name-some.js";
import { describeDeclared } from "../describe-declared.js";
import { ACCENTS } from "./accents.js";
import type { MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import { label } from "./quote-labels.js";
import { questionLine } from "./question-line.js";
import { type RenderContext, buttonsFor, cardsOf } from "./render-context.js";
import { renderNothingFound } from "./render-nothing-found.js";

const WHY_NOT: Readonly<Record<Extract<Answer, { kind: "abstention" }>["reason"], string>> = {
  "not-in-source": "**The source does not answer that.**",
  "occurs-nowhere": "**Not in the source:** what was asked for occurs in no edition.",
  language: "**No answer:** the source cannot be searched in the language of this question.",
  "which-work": "**Which work?** Several are loaded, and the question does not say which of them it means.",
  "nothing-asked": "**No question was found in that.** Ask in a sentence or a few words.",
};

/** Stands over each quote after the first, which is the best: they may answer, too. */
const OTHER = "-# Another passage that may answer";

function inNoEdition(words: readonly string[]): string {
  return `**Not in the source:** in no edition: ${words.map((word) => `“${label(word)}”`).join(", ")}.`;
}

function whyNot({
  reason,
  works = [],
  searched,
  unserved = [],
  declared,
}: Extract<Answer, { kind: "abstention" }>): string {
  const lines = [searched ? inNoEdition(searched.words) : WHY_NOT[reason]];
  if (declared) lines.push(`-# ${label(describeDeclared(declared))}`);
  if (works.length > 0) lines.push(`-# Name one, or choose it under \`work\`: ${label(nameSome(works))}`);
  // Of a single work it goes without saying.
  if (searched && searched.works.length > 1) lines.push(`-# Searched: ${label(nameSome(searched.works))}`);
  if (unserved.length > 0)
    lines.push(`-# Not searched: what is in ${label(unserved.map(languageName).join(", "))}.`);
  return lines.join("\n");
}

/**
 * An answer or an abstention as Discord messages: the first is the reply, the others follow it.
 * Editors' notes stand in containers of their own under the archive's name; the first quote has the buttons.
 */
export function renderAnswer(answer: Answer, context: RenderContext): readonly MessagePayload[] {
  const footer = questionLine(answer.question);
  if (answer.kind === "abstention")
    return renderNothingFound(whyNot(answer), answer.closest, context, footer);
  const quotes = answer.quotes.flatMap((quote, index) =>
    cardsOf(quote, context, index === 0 ? { buttons: buttonsFor(quote, context, true) } : { heading: OTHER }),
  );
  const notes = answer.notes.flatMap((note) => cardsOf(note, context));
  // Of several things asked for, those that are not there.
  const lacking = answer.searched
    ? [{ accent: ACCENTS.abstention, texts: [inNoEdition(answer.searched.words)], reference: "" }]
    : [];
  return packCards([...quotes, ...notes, ...lacking], footer);
}
